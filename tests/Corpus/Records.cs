using System;
using AutoDiff;

namespace Corpus;

/// <summary>Record structs and <c>with</c>; records as models.</summary>
public static partial class Records
{
    public readonly record struct Point(double X, double Y)
    {
        public double Radius => Math.Sqrt(X * X + Y * Y);

        public Point Turned(double angle) => new(X * Math.Cos(angle) - Y * Math.Sin(angle), X * Math.Sin(angle) + Y * Math.Cos(angle));
    }

    public record struct Box(Point Corner, double Width)
    {
        public double Height { get; set; } = 1;
    }

    [Differentiable]
    [At(new double[] { 1.2, -0.7 }, 0.4)]
    public static double With(Point p, double x)
    {
        Point q = p with { X = p.Y * x };
        Point r = q with { X = q.Y, Y = q.X };
        return r.Radius * q.X + (p with { Y = x }).Y;
    }

    [Differentiable]
    [At(new double[] { 1.2, -0.7 }, 0.4)]
    public static Point Turn(Point p, double angle) => p.Turned(angle).Turned(angle * p.X);

    [Differentiable]
    [At(new double[] { 1.2, -0.7 }, 0.4)]
    public static double Deconstructed(Point p, double k)
    {
        var (x, y) = p;
        (y, x) = p.Turned(k);
        return x * y * y;
    }

    [Differentiable]
    [At(new double[] { 1.2, -0.7 }, 0.4)]
    public static double NestedWith(Point p, double k)
    {
        var box = new Box(p, k) { Height = p.X };
        box = box with { Corner = box.Corner with { X = box.Width } };
        box.Height *= 2;
        return box.Corner.X * box.Corner.Y * box.Height + box.Width;
    }

    [Differentiable]
    [At(new double[] { 1.2, -0.7 })]
    public static double AssignedParameter(Point p)
    {
        for (int i = 0; i < 3; i++) p = new Point(p.X + 0.5 * p.Y, p.Y - 0.3 * p.X * p.X);
        return p.X * p.Y;
    }

    public record struct Frame(Point Corner, double Width);

    // The generated code did not compile: a member of a property cannot be assigned.
    [Differentiable]
    [At(new double[] { 1.2, -0.7, 0.5 }, 0.4, new double[] { 0.3, 0.8, 1.5 })]
    public static double NestedParameterChanged(Frame frame, double k, Frame other)
    {
        frame.Width *= k;
        if (frame.Width > 0) frame.Corner = new Point(frame.Corner.Y * k, frame.Width);
        return frame.Corner.X * frame.Corner.Y * frame.Width + other.Corner.Radius * other.Width;
    }

    [Differentiable]
    [At(0.8)]
    public static double OwnInitialiser(double x)
    {
        var box = new Box(new Point(x, 2), 3);
        return box.Height * box.Corner.X * box.Width;
    }
}
