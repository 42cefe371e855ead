using System;
using AutoDiff;

namespace Corpus;

/// <summary>A factor that occurs twice, and what is computed twice in one statement.</summary>
public static partial class Squares
{
    [Differentiable]
    [At(1.5, -0.75)]
    public static double OfSums(double x, double y) => (x - y) * (x - y) + 3 * (x * y) * (x * y) - -0.5 * y * y;

    [Differentiable]
    [At(1.125)]
    public static double InPlace(double x)
    {
        x *= x;
        x = x * x;
        x = 2 * x * x;
        return x;
    }

    [Differentiable]
    [At(new double[] { 0.5, -1.5, 2 })]
    public static double OfElements(double[] a)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = a[i] * a[i];
            sum += 0.5 * a[i] * a[i];
            a[i] = sum;
        }

        return a[^1] * a[^1] + sum;
    }

    [Differentiable]
    [At(0.7, 3.0)]
    public static double QuotientTwice(double x, double y) => (x / y - 1 / x) / (x / y + 1 / x) * (x / y);

    [Differentiable]
    [At(0.9)]
    public static double CallTwice(double x)
    {
        double y = Math.Exp(x) * Math.Exp(x) + Math.Sqrt(x) / Math.Sqrt(x);
        return y;
    }

    [Differentiable]
    [At(1.25, true)]
    [At(1.25, false)]
    public static double SwappedAcrossABranch(double x, bool swap)
    {
        double a = x, b = 2 * x, t = a;
        if (swap)
        {
            a = b;
            b = t;
        }

        t = b;
        b = t * a;
        return a * a * a + b * t;
    }

    // The guard speaks before the recording of the loop is rented.
    [Differentiable]
    [At(0.5, 3, Value = 0.125)]
    [At(0.5, -1, Throws = typeof(ArgumentOutOfRangeException))]
    public static double GuardedPower(double x, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        double power = 1;
        for (int i = 0; i < n; i++) power *= x;
        return power;
    }
}
