using System;
using AutoDiff;

namespace Corpus;

/// <summary>Integer arithmetic under <c>checked</c> and <c>unchecked</c>: the companion overflows exactly where the method does.</summary>
public static partial class OverflowChecks
{
    [Differentiable]
    [At(1.5, 5)]
    [At(1.5, int.MaxValue, Throws = typeof(OverflowException))]
    public static double Sum(double x, int n)
    {
        int k = checked(n + 1);
        return x * x * (k & 7);
    }

    [Differentiable]
    [At(1.5, 5)]
    [At(1.5, int.MaxValue, Throws = typeof(OverflowException))]
    public static double Block(double x, int n)
    {
        int k;
        checked
        {
            k = n * 2;
            k += 1;
            k++;
        }

        return x * x * (k & 7);
    }

    [Differentiable]
    [At(1.5, 5)]
    [At(1.5, int.MaxValue, Throws = typeof(OverflowException))]
    public static double Increment(double x, int n)
    {
        checked
        {
            n++;
        }

        return x * x * (n & 7);
    }

    [Differentiable]
    [At(1.5, 5)]
    [At(1.5, int.MaxValue)]
    public static double Unchecked(double x, int n)
    {
        int k = unchecked(n + 1);
        unchecked
        {
            k += n;
        }

        return x * x * (k & 7);
    }

    [Differentiable]
    [At(1.5, 5)]
    [At(1.5, 300, Throws = typeof(OverflowException))]
    public static double Cast(double x, int n)
    {
        byte k = checked((byte)n);
        return x * x * (k & 7);
    }

    [Differentiable]
    [At(1.5, 5)]
    [At(1e10, 1, Throws = typeof(OverflowException))]
    public static double CastOfAReal(double x, int n)
    {
        int k = checked((int)Derivative.Stop(x));
        return x * x * (k & 7) * n;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0)]
    [At(new double[] { 1, 2, 3 }, int.MaxValue, Throws = typeof(OverflowException))]
    public static double Index(double[] a, int n) => checked(a[n + 1] * a[0]);

    // More lies between the bounds than an int can count.
    [Differentiable]
    [At(1.5)]
    public static double WideLoop(double x)
    {
        double s = x;
        for (int i = -2000000000; i < 2000000000; i += 1000000) s = s * 0.5 + Math.Sin(s * x);
        return s;
    }
}
