using System;
using AutoDiff;

namespace Corpus;

/// <summary>Parts of spans that patterns give a name.</summary>
public static partial class SpanPatterns
{
    [Differentiable]
    [At(new double[] { 1, 2, 3 })]
    [At(new double[] { 1.5 })]
    [At(new double[] { })]
    public static double Arms(ReadOnlySpan<double> s) => s switch
    {
        [var a, ..var rest] when rest.Length > 0 => a * rest[0] * Squares(rest),
        [var b] => b * b,
        _ => 0
    };
    private static double Squares(ReadOnlySpan<double> s)
    {
        double sum = 0;
        foreach (double x in s)
            sum += x * x;
        return sum;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 })]
    [At(new double[] { 1, 2 })]
    public static double Inner(ReadOnlySpan<double> s) => s is [var a, .. [var b, ..var inner, var c]] && inner.Length > 0 ? a * b * inner[0] * c : 0;
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 })]
    [At(new double[] { 1, 2, 3 })]
    [At(new double[] { })]
    public static double Cases(ReadOnlySpan<double> s)
    {
        switch (s)
        {
            case [..{ Length: > 2 } head, var last]:
                return head[0] * head[^1] * last;
            case [var x, ..var tail]:
                return x * x + tail.Length * x;
            default:
                return 0;
        }
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 })]
    public static double ArrayParts(double[] s) => s is [ var a, ..var rest] t ? a * rest[0] * t[2] : 0;
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 })]
    [At(new double[] { 1 })]
    public static double StoredParts(double[] s)
    {
        Span<double> t = s;
        if (t is [var h, ..var u] && u is [_, ..var w])
        {
            w[0] *= h;
            u[0] += w[0];
            return t[1] * t[2];
        }

        return 0;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 1)]
    [At(new double[] { 1, 2, 3, 4 }, 3)]
    public static double MovedStart(double[] s, int i)
    {
        if (i < 3 && s.AsSpan(i)is [var a, ..var rest])
        {
            i += 2;
            return a * rest[0] + i;
        }

        return s[0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, new double[] { 5, 6 }, 1)]
    public static double MovedArray(double[] s, double[] t, int i)
    {
        double[] u = s;
        if (i > 0 && u.AsSpan(i)is [var a, ..var rest])
        {
            u = t;
            return a * rest[0] * u[0];
        }

        return s[0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 })]
    [At(new double[] { })]
    public static double Negated(double[] s)
    {
        if (s.AsSpan()is not [var a, ..var rest])
            return 0;
        double sum = 0;
        for (int i = 0; i < rest.Length; i++)
            sum += rest[i] * a;
        return sum;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 })]
    public static double Norm(ReadOnlySpan<double> s) => s is [var head, ..var tail] ? head * head + 0.5 * Norm(tail) : 0;
}
