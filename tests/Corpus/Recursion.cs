using System;
using AutoDiff;

namespace Corpus;

/// <summary>Methods that call themselves and each other.</summary>
public static partial class Recursion
{
    // Hard program 18.
    [Differentiable]
    [At(1.2, 4, Value = 3.6735088896, Gradient = new double[] { 12.245029632 })]
    [At(1.2, 0, Value = 1, Gradient = new double[] { 0 })]
    public static double Direct(double v, int n) => n == 0 ? 1 : v * Direct(1.1 * v, n - 1);

    // Hard program 18b.
    [Differentiable]
    [At(1.1, Value = 1.9487171, Gradient = new double[] { 12.400927 })]
    public static double Mutual(double x) => A(x, x, 5);

    [Differentiable]
    [At(1.1, 0.9, 5)]
    private static double A(double v, double x, int n) => n <= 0 ? v : B(v * v, x, n - 1);

    [Differentiable]
    [At(1.1, 0.9, 4)]
    private static double B(double v, double x, int n) => n <= 0 ? v + 1 : A(v * x, x, n - 2);

    [Differentiable]
    [At(0.4, 1500)]
    public static double Deep(double x, int n)
    {
        if (n == 0) return x;
        double y = Deep(x, n - 1);
        return Math.Sin(y) + x / n;
    }

    [Differentiable]
    [At(0.8, 8)]
    public static double Fibonacci(double x, int n)
    {
        if (n < 2) return n == 0 ? 1 : x;
        return x * Fibonacci(x, n - 1) + Fibonacci(x, n - 2);
    }

    // The depth depends on the data.
    [Differentiable]
    [At(0.9)]
    [At(7.7)]
    public static double HalvedUntilSmall(double x)
    {
        if (x < 1) return Math.Sin(x);
        double y = HalvedUntilSmall(x * 0.5);
        return 2 * y * Math.Cos(x) + y;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 }, 0, 5)]
    public static double PairwiseSum(double[] a, int from, int to)
    {
        if (to - from == 1) return a[from] * a[from];
        int middle = (from + to) / 2;
        return PairwiseSum(a, from, middle) + PairwiseSum(a, middle, to) * 0.5;
    }

    [Differentiable]
    [At(0.3, 1.9, 1e-4, 12)]
    public static double AdaptiveSimpson(double a, double b, [NoGradient] double tolerance, int depth)
    {
        double m = (a + b) / 2;
        double whole = (b - a) / 6 * (Bump(a) + 4 * Bump(m) + Bump(b));
        double left = (m - a) / 6 * (Bump(a) + 4 * Bump((a + m) / 2) + Bump(m));
        double right = (b - m) / 6 * (Bump(m) + 4 * Bump((m + b) / 2) + Bump(b));
        if (depth == 0 || Math.Abs(left + right - whole) < 15 * tolerance) return left + right;
        return AdaptiveSimpson(a, m, tolerance / 2, depth - 1) + AdaptiveSimpson(m, b, tolerance / 2, depth - 1);
    }

    [Differentiable]
    [At(0.5)]
    internal static double Bump(double x) => Math.Exp(-x * x) / (1 + x);

    [Differentiable]
    [At(new double[] { 3, 5, 2 }, 1.5, 3)]
    public static double ContinuedFractionOf(double[] a, double x, int n) =>
        n == 1 ? a[a.Length - 1] : a[a.Length - n] + x / ContinuedFractionOf(a, x, n - 1);

    // Writes the array on the way down and reads it on the way up.
    [Differentiable]
    [At(new double[] { 1.5, 0.5, 2, 1 }, 0)]
    public static double ScaledOnTheWay(double[] a, int i)
    {
        if (i == a.Length - 1) return a[i];
        a[i + 1] *= a[i];
        double below = ScaledOnTheWay(a, i + 1);
        a[i] += below;
        return below * a[i];
    }
}
