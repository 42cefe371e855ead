using System;
using AutoDiff;

namespace Corpus;

/// <summary>Objects of one class that the method makes, there at one time and missing at another.</summary>
public static partial class ObjectsThatMayBeMissing
{
    public record Rate(double K);
    public class Line
    {
        public readonly double X;
        public Line(double x)
        {
            X = x;
        }

        public double Of(double y) => X * y;
    }

    public class Root
    {
        public double X;
        public Root(double x)
        {
            X = x;
        }

        public virtual double Of(double y) => X * y;
    }

    public class Derived : Root
    {
        public double Z = 2;
        public Derived(double x) : base(x)
        {
        }

        public override double Of(double y) => X * y * Z;
    }

    public record Point(double X, double Y, Rate? R = null);
    public sealed class Holder
    {
        public Rate? R;
        public double X;
    }

    private static Rate? Find(double[] a, double t)
    {
        foreach (var v in a)
            if (v > t)
                return new Rate(v * v);
        return null;
    }

    private static double Given(Point p, double x) => p.X * x;
    [Differentiable]
    [At(2, 1.5)]
    public static double BestSoFar(double x, double y)
    {
        Rate? best = null;
        for (int i = 0; i < 3; i++)
        {
            var r = new Rate(Math.Sin(i * x));
            if (best == null || r.K > best.K)
                best = r;
        }

        return best!.K * y;
    }

    [Differentiable]
    [At(2, 1.5)]
    [At(0.2, 1.5)]
    public static double Chosen(double x, double y)
    {
        Line? a = x > 1 ? new Line(x) : null;
        return a == null ? y * y : a.Of(y);
    }

    [Differentiable]
    [At(2, 1.5)]
    [At(0.2, 1.5)]
    public static double AssignedLater(double x, double y)
    {
        Line? a = null;
        if (x > 1)
            a = new Line(x);
        return a?.Of(y) ?? y * y;
    }

    [Differentiable]
    [At(2, 1.5)]
    [At(0.2, 1.5)]
    public static double BaseOrDerived(double x, double y)
    {
        Root b = x > 1 ? new Derived(x) : new Root(y);
        return b.Of(y);
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 1.5)]
    [At(new double[] { 1, 2, 3 }, 5)]
    public static double Found(double[] a, double t)
    {
        var r = Find(a, t);
        return r is null ? t * t : r.K * t;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 1.5)]
    [At(new double[] { 1, 2, 3 }, 5)]
    public static double FoundByPattern(double[] a, double t) => Find(a, t)is { } r ? r.K : t;
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 1.5)]
    [At(new double[] { 1, 2, 3 }, 5)]
    public static double FoundOrOther(double[] a, double t) => (Find(a, t)?.K ?? 2 * t) * t;
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 5, Throws = typeof(InvalidOperationException))]
    [At(new double[] { 1, 2, 3 }, 1.5)]
    public static double FoundOrThrown(double[] a, double t)
    {
        var r = Find(a, t) ?? throw new InvalidOperationException();
        return r.K * t;
    }

    [Differentiable]
    [At(2, 1.5, Throws = typeof(NullReferenceException))]
    [At(0.2, 1.5)]
    public static double LookedIntoThoughMissing(double x, double y)
    {
        Line? a = x > 1 ? null : new Line(x);
        return a!.Of(y);
    }

    [Differentiable]
    [At(2, 1.5)]
    [At(0.2, 1.5)]
    public static double AsAPart(double x, double y)
    {
        var p = new Point(x, y, x > 1 ? new Rate(y) : null);
        return p.R == null ? p.X * p.Y : p.R.K * p.X;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    [At(0.7, 1.3)]
    public static double AsAPartOfAChosenOne(double x, double y)
    {
        var g = x > y ? new Holder
        {
            X = x,
            R = new(y)
        }

        : new Holder
        {
            X = y
        };
        return g.R == null ? x : g.R!.K * g.X;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    [At(0.7, 1.3, Throws = typeof(NullReferenceException))]
    public static double PartLookedInto(double x, double y)
    {
        var g = x > y ? new Holder
        {
            X = x,
            R = new(y)
        }

        : new Holder
        {
            X = y
        };
        return g.R!.K * g.X;
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double Exchanged(double x, double y)
    {
        Rate? a = new Rate(x);
        Rate? b = null;
        (a, b) = (b, a);
        return a == null ? b!.K * y : x;
    }

    [Differentiable]
    [At(2, 1.5)]
    public static double GivenToAMethod(double x, double y)
    {
        Point? q = x > 0 ? new Point(x, y) : null;
        return q is null ? 0 : Given(q, y);
    }
}
