using System;
using AutoDiff;

namespace Corpus;

/// <summary>
/// Hard program 30 and the memory of the reverse sweep: the same method with recordings of very different sizes, one after the other and
/// twice in a row, and loops long enough for several segments.
/// </summary>
public static partial class Recordings
{
    [Differentiable]
    [At(0.5, 3)]
    [At(0.5, 0)]
    [At(0.5, 3000)]
    [At(0.25, 7)]
    public static double KnownTripCount(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++) s = Math.Sin(s) + x * 0.5;
        return s;
    }

    [Differentiable]
    [At(0.999, 1e-3)]
    [At(0.5, 0.9)]
    [At(0.9, 1e-9)]
    public static double UnknownTripCount(double x, [NoGradient] double tolerance)
    {
        double term = 1, sum = 0;
        while (term > tolerance)
        {
            sum += term * term;
            term *= x;
        }

        return sum;
    }

    // Hard program 33 (DiffSharp #7): nothing may recurse over the length of the program.
    [Differentiable]
    [At(0.3, 20000)]
    [At(0.3, 200000)]
    public static double LongContraction(double x, int steps)
    {
        double y = x;
        int i = 0;
        while (i < steps)
        {
            y = y - 0.1 * (y * y - x);
            i++;
        }

        return y;
    }

    [Differentiable]
    [At(0.9, 40)]
    public static double BranchesInLongLoop(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            if (s > 2) s *= 0.3 + x / 10;
            else if (s > 1) s += Math.Log(s) + x;
            else s = s * 1.5 + 0.1;
        }

        return s;
    }

    [Differentiable]
    [At(0.4, 30)]
    public static double UnknownInsideKnown(double x, int n)
    {
        double total = 0;
        for (int i = 1; i <= n; i++)
        {
            double r = x * i;
            while (r > 1) r *= 0.7 - x / 10;
            total += r * r;
        }

        return total;
    }

    [Differentiable]
    [At(0.4, 5.0)]
    public static double KnownInsideUnknown(double x, double limit)
    {
        double total = x;
        int n = 0;
        while (total < limit)
        {
            n++;
            for (int j = 0; j < n; j++) total += x / (1 + j * total);
        }

        return total * n;
    }

    [Differentiable]
    [At(new double[] { 0.1, 0.2, 0.3 }, 100)]
    public static double ArrayOverwrittenManyTimes(double[] a, int rounds)
    {
        for (int k = 0; k < rounds; k++)
        {
            int i = k % a.Length;
            a[i] = Math.Cos(a[i] + a[(i + 1) % a.Length]);
        }

        return a[0] * a[1] * a[2];
    }
}
