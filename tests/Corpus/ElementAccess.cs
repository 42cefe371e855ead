using System;
using AutoDiff;

namespace Corpus;

/// <summary>Index expressions: evaluated once, in the order of C#.</summary>
public static partial class ElementAccess
{
    // Hard program 10 (clad PR #126).
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, Value = 20, Gradient = new double[] { 2, 4, 6, 3 })]
    public static double IncrementInIndex(double[] a)
    {
        double s = 0;
        int i = 0;
        while (i < 3) s += a[i++] * a[i];
        return s;
    }

    // Hard program 10, clad #1941.
    [Differentiable]
    [At(2.0, 3.0, new double[] { 1, 5, 6 }, 1, Value = 36)]
    public static double ComputedIndex(double a, double b, double[] c, int i) => a * c[i * 2] * b;

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.5)]
    public static double CompoundOnIncrementedIndex(double[] a, double x)
    {
        int i = 0;
        a[i++] *= x;
        a[i++] += a[i] * x;
        a[i++] -= a[0];
        a[--i] /= 2 + x;
        double s = 0;
        for (int k = 0; k < a.Length; k++) s += (k + 1) * a[k] * a[k];
        return s + i;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2.5 }, 1.1)]
    public static double IndexAssignedOnTheRight(double[] a, double x)
    {
        int i = 0;
        a[i] = (i = 2) * x + a[i];
        return a[0] * a[1] + a[2] * i;
    }

    [Differentiable]
    [At(new double[] { 0.2, 0.4, 0.6, 0.8 }, new int[] { 2, 0, 3, 1, 2 })]
    public static double Gather(double[] a, int[] index)
    {
        double s = 1;
        foreach (int i in index) s = s * 0.5 + a[i];
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 }, new int[] { 2, 0, 2, 1, 2 })]
    public static double Scatter(double[] x, int[] bin)
    {
        double[] sums = new double[3];
        for (int i = 0; i < x.Length; i++) sums[bin[i]] += x[i] * x[i];
        return Math.Sqrt(sums[0]) * sums[1] + Math.Log(sums[2]);
    }

    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5, 9 })]
    public static double FromTheEnd(double[] a) => a[^1] * a[0] + a[^2] / a[^3];

    [Differentiable]
    [At(new double[] { 0.5, 0.25, 0.75 }, 1.6)]
    public static double ElementIncrements(double[] a, double x)
    {
        double first = a[0]++ * x;
        double second = --a[1] * x;
        a[2]--;
        return first + second * a[0] + a[1] * a[2];
    }

    // The index depends on an active value through a cast: locally constant.
    [Differentiable]
    [At(2.6, new double[] { 1, 2, 4, 8, 16 })]
    public static double IndexFromActiveValue(double x, double[] table)
    {
        int i = (int)x;
        double t = x - i;
        return (1 - t) * table[i] + t * table[i + 1];
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5, 3.5, 4.5 })]
    public static double IndexInSeveralOperands(double[] a)
    {
        int i = 0;
        double s = a[i] * a[++i] - a[i++] / a[i] + a[i + 1 - (i -= 1)] * i;
        return s + a[i];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5, 6 }, 2, 3)]
    public static double FlatMatrixTrace(double[] m, int rows, int columns)
    {
        double s = 0;
        for (int i = 0; i < Math.Min(rows, columns); i++) s += m[i * columns + i] * m[i * columns + i];
        return s;
    }

    [Differentiable]
    [At(new double[] { 0.1, 0.2, 0.3 }, 7)]
    public static double UncheckedHashIndex(double[] a, int seed)
    {
        double s = 0;
        for (int i = 0; i < 6; i++)
        {
            seed = unchecked(seed * 1103515245 + 12345) & int.MaxValue;
            s = s * 0.9 + a[seed % a.Length];
        }

        return s;
    }

    /// <summary>Indices of other integer types than int.</summary>
    [Differentiable]
    [At(new double[] { 0.5, 1.2, -0.3 }, 0.7)]
    public static double OfEveryInteger(double[] a, double x)
    {
        double sum = 0;
        for (uint i = 0; i < a.Length - 1; i++) sum += a[i] * a[i + 1] * x;
        for (long i = 0; i < a.Length; i++) a[i] *= sum;
        ulong last = (ulong)a.Length - 1;
        return sum * a[last] + a[0];
    }

    /// <summary>An index and a range that are values of their own.</summary>
    [Differentiable]
    [At(new double[] { 0.5, 1.2, -0.3, 2 }, 1)]
    public static double IndexAndRange(double[] a, int k)
    {
        Index last = ^k;
        Range middle = k..last;
        Span<double> part = a.AsSpan()[middle];
        part[0] *= a[last];
        double[] copy = a[middle];
        return copy[^1] * a[last] + Taken(a, ^2, ..2);
    }

    private static double Taken(double[] a, Index at, Range range)
    {
        double sum = 0;
        foreach (double v in a[range]) sum += v * v;
        return sum * a[at];
    }
}
