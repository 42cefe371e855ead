using System;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays that take another length, spans made by their constructor, tuples of constants.</summary>
public static partial class ResizedArrays
{
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 5)]
    [At(new double[] { 1, 2, 3 }, 3)]
    [At(new double[] { 1, 2, 3 }, 2)]
    public static double Resized(double[] d, int n)
    {
        double[] a = [d[0] * d[1], d[1], d[2]];
        double[] old = a;
        Array.Resize(ref a, n);
        a[n - 1] += d[0] * d[0];
        a[0] *= 2;
        old[0] += 1;
        return a[0] * a[1] + a[n - 1] * old[0];
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3, 4, -1 })]
    public static double Grown(double[] d)
    {
        var positive = new double[1];
        int count = 0;
        foreach (double x in d)
        {
            if (x < 0) continue;
            if (count == positive.Length) Array.Resize(ref positive, positive.Length * 2);
            positive[count++] = x * d[1];
        }

        Array.Resize(ref positive, count);
        double s = 0;
        for (int i = 0; i < positive.Length; i++) s = s * 0.5 + positive[i] * positive[i];
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, -1, Throws = typeof(ArgumentOutOfRangeException))]
    public static double Negative(double[] d, int n)
    {
        double[] a = [d[0]];
        Array.Resize(ref a, n);
        return a[0] * d[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 })]
    public static double SpansMade(double[] d)
    {
        var part = new Span<double>(d, 1, 2);
        ReadOnlySpan<double> whole = new ReadOnlySpan<double>(d);
        part[0] *= whole[3];
        int start = 0;
        var later = new Span<double>(d, start, start = 2);
        later[1] += d[0];
        return part[0] * whole[2] + later[0] * later.Length;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 7)]
    public static double TuplesOfConstants(double[] d, int n)
    {
        (int lo, int hi) range = (0, n % 3 + 1);
        var (quotient, rest) = Math.DivRem(n, 3);
        range = (range.hi, range.lo + 3);
        double s = quotient * d[rest];
        for (int i = range.lo; i < range.hi; i++) s += d[i] * d[i];
        return s;
    }
}
