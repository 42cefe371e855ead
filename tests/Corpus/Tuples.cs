using System;
using AutoDiff;

namespace Corpus;

/// <summary>Tuples: as locals, parameters and results, taken apart and exchanged.</summary>
public static partial class Tuples
{
    [Differentiable]
    [At(0.7, 1.1)]
    public static (double Sum, double Product) Both(double a, double b) => (a + b, a * b);

    [Differentiable]
    [At(0.7, 1.1)]
    public static double Swapped(double a, double b)
    {
        var t = (First: a * b, Second: a - b);
        t.First += t.Second;
        (t.First, t.Second) = (t.Second * t.Second, t.First);
        var (x, y) = t;
        (x, y) = (y, x * y);
        return x * Math.Exp(y);
    }

    [Differentiable]
    [At(0.7, 1.1)]
    public static double Called(double a, double b)
    {
        var (mean, variance) = Moments(a, b);
        (double low, (double middle, double high)) = (a, (mean, b * b));
        return mean * variance + low * middle * high + Both(a, mean).Product;
    }

    [Differentiable]
    [At(new double[] { 0.3, 0.9, 2 }, 1.4)]
    public static double Parameter((double A, (double B, double C) Inner) t, double x)
    {
        t.Inner.B *= x;
        (double a, (double b, double c)) = t;
        return a * b * c + t.Inner.B;
    }

    [Differentiable]
    [At(0.7, 5)]
    public static double Fibonacci(double x, int n)
    {
        (double a, double b) = (x, 1);
        for (int i = 0; i < n; i++) (a, b) = (b, a + x * b);
        return b;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 })]
    public static double MinMax(double[] v)
    {
        (double low, double high) range = (v[0], v[0]);
        foreach (double x in v)
        {
            if (x < range.low) range = (x, range.high);
            if (x > range.high) range.high = x;
        }

        return range.high * range.high - range.low;
    }

    [Differentiable]
    [At(2.0, 3.0)]
    public static double Discarded(double x, double y)
    {
        var (a, _) = Both(x, y);
        (_, double b) = (x * 2, y * a);
        return a * b;
    }

    private static (double Mean, double Variance) Moments(double a, double b)
    {
        double mean = 0.5 * (a + b);
        return (mean, (a - mean) * (a - mean) + (b - mean) * (b - mean));
    }

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double ArrayUnderOtherNames(double[] a, double x)
    {
        (double B, double A)[] p = { (a[0], x), (x, a[1]) };
        (double A, double B)[] q = p;
        return q[0].A * q[0].A * q[0].B;
    }
}
