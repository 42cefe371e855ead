using System;
using AutoDiff;

namespace Corpus;

/// <summary>Two names for one array.</summary>
public static partial class Aliasing
{
    // Hard program 4 (Enzyme.jl #3408, clad #1573), with two arrays.
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, new double[] { 4, 5, 6 })]
    public static double MultiplyInPlace(double[] a, double[] b)
    {
        for (int i = 0; i < a.Length; i++) a[i] *= b[i];
        double s = 0;
        for (int i = 0; i < a.Length; i++) s += a[i];
        return s;
    }

    // Hard program 4 itself: the same array twice.
    [Differentiable]
    [MayBeRefused("one array passed as two parameters, of which one is written")]
    [At(new double[] { 1, 2, 3 }, Value = 14, Gradient = new double[] { 2, 4, 6 })]
    public static double SameArrayTwice(double[] x) => MultiplyInPlace(x, x);

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, Value = 14, Gradient = new double[] { 2, 4, 6 })]
    public static double SameArrayTwiceReadOnly(double[] x) => Dot(x, x);

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, new double[] { 4, 5, 6 })]
    private static double Dot(double[] a, double[] b)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++) s += a[i] * b[i];
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double LocalNameForAParameter(double[] a, double x)
    {
        double[] b = a;
        b[1] = a[0] * x;
        a[2] += b[1];
        return a[1] * b[2] + b[0];
    }

    [Differentiable]
    [At(0.7)]
    public static double LocalNameForALocal(double x)
    {
        double[] a = [x, 2 * x, 3];
        double[] b = a;
        a[0] = b[1] * x;
        b[2] = a[0];
        return a[2] * b[0] * a[1];
    }

    [Differentiable]
    [MayBeRefused("which array a local names depends on a condition")]
    [At(0.7, true)]
    [At(0.7, false)]
    public static double EitherArray(double x, bool first)
    {
        double[] a = [x, 1];
        double[] b = [x * x, 2];
        double[] c = first ? a : b;
        c[0] *= 3;
        return a[0] + 10 * b[0] + c[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 }, 0.3)]
    public static double OverlappingSpans(double[] a, double x)
    {
        Span<double> front = a.AsSpan(0, 3);
        Span<double> back = a.AsSpan(2, 3);
        front[2] *= x;
        back[0] += front[1];
        back[1] = front[2] * back[2];
        double s = 0;
        for (int i = 0; i < a.Length; i++) s += a[i] * a[i];
        return s;
    }

    [Differentiable]
    [MayBeRefused("a parameter is made to name another array")]
    [At(new double[] { 1, 2, 3 }, 0.3)]
    public static double ParameterRenamed(double[] a, double x)
    {
        double first = a[0] * x;
        a = new double[] { first, x, a[1] };
        a[0] += a[1] * a[2];
        return a[0] * a[0];
    }
}
