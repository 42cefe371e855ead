using System;
using AutoDiff;

namespace Corpus;

/// <summary>Methods that refuse their arguments, or run out of an array: the companion throws when the method throws.</summary>
public static partial class Guards
{
    [Differentiable]
    [At(4.0)]
    [At(-1.0, Throws = typeof(ArgumentOutOfRangeException))]
    public static double Root(double x)
    {
        if (x < 0) throw new ArgumentOutOfRangeException(nameof(x), "negative");
        return Math.Sqrt(x);
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, new double[] { 3, 4 })]
    [At(new double[] { 1, 2 }, new double[] { 3 }, Throws = typeof(ArgumentException))]
    public static double Dot(double[] a, double[] b)
    {
        if (a.Length != b.Length)
        {
            throw new ArgumentException($"{a.Length} elements against {b.Length}");
        }

        double s = 0;
        for (int i = 0; i < a.Length; i++) s += a[i] * b[i];
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 2)]
    [At(new double[] { 1, 2, 3 }, 3, Throws = typeof(IndexOutOfRangeException))]
    public static double Element(double[] a, int i) => a[i] * a[i];

    [Differentiable]
    [At(1.5, 3)]
    [At(1.5, 0, Throws = typeof(DivideByZeroException))]
    public static double IntegerDivision(double x, int n) => x * (10 / n);

    [Differentiable]
    [At(0.3, 10)]
    [At(3.0, 10, Throws = typeof(InvalidOperationException))]
    public static double InsideALoop(double x, int steps)
    {
        double s = x;
        for (int i = 0; i < steps; i++)
        {
            s = s * s + x * 0.1;
            if (s > 1e3) throw new InvalidOperationException("diverged at " + i);
        }

        return s;
    }

    [Differentiable]
    [At(2.0)]
    [At(0.0, Throws = typeof(ArgumentException))]
    public static double ThrowExpression(double x) => x != 0 ? 1 / x : throw new ArgumentException("zero", nameof(x));

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 1, 2)]
    [At(new double[] { 1, 2, 3 }, 2, 2, Throws = typeof(ArgumentOutOfRangeException))]
    public static double Slice(double[] a, int start, int length)
    {
        double s = 0;
        foreach (double v in a.AsSpan(start, length)) s += v * v;
        return s;
    }

    [Differentiable]
    [At(1.5, 2)]
    [At(1.5, -2, Throws = typeof(OverflowException))]
    public static double NegativeLength(double x, int n)
    {
        double[] a = new double[n];
        for (int i = 0; i < n; i++) a[i] = x * i;
        return n > 1 ? a[1] * x : x;
    }

    [Differentiable]
    [At(2.0)]
    [At(-2.0, Throws = typeof(ArgumentOutOfRangeException))]
    public static double InACallee(double x) => Root(x) + Root(2 * x);

    [Differentiable]
    [At(0.5, 1.0, 0.0, Throws = typeof(ArgumentException))]
    [At(0.5, 0.0, 1.0)]
    public static double ClampWithBounds(double x, double low, double high) => Math.Clamp(x, low, high) * x;

    [Differentiable]
    [At(2.5)]
    [At(-2.5, Throws = typeof(ArgumentException))]
    public static double MessageWithTheValue(double x)
    {
        if (x < 0) throw new ArgumentException($"a square root of {x}, of all things");
        return x * Math.Sqrt(x);
    }

    [Differentiable]
    [At(0.7, 1)]
    [At(0.7, 5, Throws = typeof(NotSupportedException))]
    public static double UnknownKind(double x, int kind)
    {
        double y;
        if (kind == 0) y = x;
        else if (kind == 1) y = x * x;
        else throw new NotSupportedException();
        return y + 1;
    }
}
