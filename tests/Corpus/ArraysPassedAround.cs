using System;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays under changing names: returned, exchanged, passed in parts. Right or refused; nothing between.</summary>
public static partial class ArraysPassedAround
{
    [Differentiable]
    [MayBeRefused("the result is the array of the caller")]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double[] ReturnsItsParameter(double[] a, double x)
    {
        for (int i = 0; i < a.Length; i++) a[i] *= x * a[i];
        return a;
    }

    [Differentiable]
    [MayBeRefused("parameters exchange their arrays")]
    [At(new double[] { 1, 2 }, new double[] { 3, 4 })]
    public static double ParametersExchanged(double[] a, double[] b)
    {
        (a, b) = (b, a);
        a[0] *= b[1];
        b[0] += a[1] * a[0];
        return a[0] * b[0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 })]
    public static double DisjointPartsToACallee(double[] a)
    {
        AddProducts(a.AsSpan(0, 2), a.AsSpan(2, 2));
        AddProducts(a.AsSpan(2), a.AsSpan(0, 2));
        return a[0] * a[1] + a[2] * a[3];
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, new double[] { 3, 4 })]
    private static void AddProducts(Span<double> to, ReadOnlySpan<double> from)
    {
        for (int i = 0; i < to.Length; i++) to[i] += from[i] * to[i];
    }

    [Differentiable]
    [MayBeRefused("overlapping parts of one array, of which one is written")]
    [At(new double[] { 1, 2, 3, 4 })]
    public static double OverlappingPartsToACallee(double[] a)
    {
        AddProducts(a.AsSpan(0, 3), a.AsSpan(1, 3));
        return a[0] * a[1] + a[2] * a[3];
    }

    [Differentiable]
    [MayBeRefused("a local that names now one array, now another")]
    [At(new double[] { 1, 2 }, new double[] { 3, 0.5 }, 3)]
    public static double CurrentOfTwo(double[] a, double[] b, int rounds)
    {
        double[] current = a;
        double s = 0;
        for (int i = 0; i < rounds; i++)
        {
            current[0] += current[1] * 0.5;
            s += current[0] * current[1];
            current = current == a ? b : a;
        }

        return s;
    }

    [Differentiable]
    [MayBeRefused("a span that moves in a loop")]
    [At(new double[] { 1, 2, 3, 4 }, 0.5)]
    public static double MovingWindow(double[] a, double x)
    {
        Span<double> rest = a;
        double s = 0;
        while (rest.Length > 1)
        {
            rest[1] += rest[0] * x;
            s += rest[0] * rest[rest.Length - 1];
            rest = rest[1..];
        }

        return s + rest[0];
    }

    // The array that is enumerated is fixed when the loop begins.
    [Differentiable]
    [MayBeRefused("a local that names now one array, now another")]
    [At(new double[] { 1, 2, 3 })]
    public static double EnumeratedThenReplaced(double[] a)
    {
        double[] b = a;
        double s = 0;
        foreach (double v in b)
        {
            b = new double[] { v, s };
            s += v * v + b[1] * 0.5;
        }

        return s * b[0];
    }

    [Allocates("the array that the called method returns")]
    [Differentiable]
    [At(0.6, 4)]
    public static double ResultOfACalleeChanged(double x, int n)
    {
        double[] p = ArrayResults.Powers(x, n);
        double[] q = ArrayResults.Squares(p);
        for (int i = 1; i < n; i++) q[i] *= q[i - 1] + p[n - i];
        return q[n - 1] + p[1];
    }

    [Allocates("the array that the called method returns")]
    [Differentiable]
    [At(0.6, 3)]
    public static double ResultOfACalleeInALoop(double x, int n)
    {
        double[] p = { 1, x, 0.5 };
        for (int k = 0; k < n; k++) p = ArrayResults.Squares(p);
        return p[0] + p[1] + p[2];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double SameArrayReadTwiceWrittenOnce(double[] a, double x)
    {
        double before = Weigh(a, a, x);
        a[1] = before;
        return Weigh(a, a, before) * a[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, new double[] { 3, 4 }, 0.5)]
    private static double Weigh(ReadOnlySpan<double> u, ReadOnlySpan<double> v, double x)
    {
        double s = 0;
        for (int i = 0; i < u.Length; i++) s += u[i] * v[u.Length - 1 - i] * x;
        return s;
    }
}
