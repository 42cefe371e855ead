using System;
using AutoDiff;

namespace Corpus;

/// <summary>Methods that call themselves and are not marked: they get companions beside those of the method that uses them.</summary>
public static partial class UnmarkedRecursion
{
    [Differentiable]
    [At(0.3)]
    [At(-0.7)]
    public static double Symmetry(double x) => Distribution.Cdf(x);

    /// <summary>Black-Scholes by a cumulative normal distribution as it stands in textbooks.</summary>
    [Differentiable]
    [At(1.1, 1.0, 0.2, 0.5)]
    [At(0.8, 1.0, 0.2, 0.5)]
    public static double Call(double s, double k, double v, double t) => BlackScholes.Call(s, k, v, t);

    [Differentiable]
    [At(1.3)]
    [At(0.2)]
    [At(-0.7)]
    public static double Reflection(double z) => Distribution.Gamma(z);

    [Differentiable]
    [At(1.3, 6)]
    [At(-0.4, 1)]
    [At(0.4, 0)]
    public static double Several(double x, int n) => Polynomials.Fibonacci(x, n) * Polynomials.Legendre(n, x * 0.5);

    [Differentiable]
    [At(new[] { 1.3, 2, 0.5 }, 0.7)]
    [At(new[] { 1.3 }, 0.7)]
    public static double OverAnArray(double[] c, double x) => Polynomials.Horner(c, x) * Polynomials.SumOfSquares(c, 0, c.Length);

    /// <summary>Private in another class, and one calls another.</summary>
    [Differentiable]
    [At(new[] { 1.3, 2, 0.5 }, 0.7)]
    [At(new[] { 1.3, 2, 0.5 }, -1.7)]
    public static double Private(double[] c, double x) => Polynomials.ByPowers(c, x) * Polynomials.Odd(x - 1);

    private static double Own(double x, int n) => n <= 0 ? x : Math.Sin(Own(x, n - 1)) * x;

    [Differentiable]
    [At(0.2, 3)]
    [At(1.2, 0)]
    public static double InALoop(double x, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
            sum += Distribution.Cdf(x - i) * Own(sum + x, i);
        return sum;
    }

    [Differentiable]
    [At(0.2, 4)]
    [At(0.2, 3)]
    public static double EachOther(double x, int n) => Polynomials.Even(x, n);

    [Differentiable]
    [At(1.1, 2.0)]
    [At(0.4, -2.0)]
    public static double Overloaded(double x, double y) => Distribution.Cdf(x) * y;

    [Differentiable]
    [At(1.1, 2.0f)]
    [At(0.4, -2.0f)]
    public static double Overloaded(double x, float y) => Distribution.Cdf(x * y);

    [Differentiable]
    [At(1.1)]
    [At(0.3)]
    public static double NamedAndDefault(double x) => Polynomials.Scaled(x) * Polynomials.Scaled(x, n: 1, scale: x);

    [Differentiable]
    [At(0.3, 3)]
    [At(5.7, -2, Throws = typeof(ArgumentException))]
    public static double Throwing(double x, int n) => Polynomials.Throwing(x, n);

    [Differentiable]
    [At(1.5f)]
    [At(0.25f)]
    public static float Single(float x) => Polynomials.Until(x);

    /// <summary>What a recursion is given may be constant: it is called as it is.</summary>
    [Differentiable]
    [At(0.2, 6)]
    [At(0.2, 7)]
    public static double OfConstants(double x, int n) => Distribution.Cdf(0.5) * x * Polynomials.GreatestCommonDivisor(n, 4);
}

public static class BlackScholes
{
    public static double Call(double s, double k, double v, double t)
    {
        double d1 = (Math.Log(s / k) + 0.5 * v * v * t) / (v * Math.Sqrt(t));
        double d2 = d1 - v * Math.Sqrt(t);
        return s * Distribution.Cdf(d1) - k * Distribution.Cdf(d2);
    }
}

public static class Distribution
{
    private const double P = 0.2316419;
    private static readonly double[] s_b = [0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
    private static readonly double[] s_lanczos = [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313];
    private static double Pdf(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);
    public static double Cdf(double x)
    {
        if (x < 0)
            return 1 - Cdf(-x);
        double k = 1 / (1 + P * x), sum = 0;
        for (int i = s_b.Length - 1; i >= 0; i--)
            sum = (sum + s_b[i]) * k;
        return 1 - Pdf(x) * sum;
    }

    public static double Gamma(double z)
    {
        if (z < 0.5)
            return Math.PI / (Math.Sin(Math.PI * z) * Gamma(1 - z));
        z -= 1;
        double x = s_lanczos[0];
        for (int i = 1; i < s_lanczos.Length; i++)
            x += s_lanczos[i] / (z + i);
        double t = z + 3.5;
        return Math.Sqrt(2 * Math.PI) * Math.Pow(t, z + 0.5) * Math.Exp(-t) * x;
    }
}

public static class Polynomials
{
    public static double Fibonacci(double x, int n) => n < 2 ? x : Fibonacci(x, n - 1) + x * Fibonacci(x, n - 2);
    public static double Legendre(int n, double x) => n switch
    {
        0 => 1,
        1 => x,
        _ => ((2 * n - 1) * x * Legendre(n - 1, x) - (n - 1) * Legendre(n - 2, x)) / n,
    };
    public static double Horner(double[] c, double x, int i = 0) => i == c.Length - 1 ? c[i] : c[i] + x * Horner(c, x, i + 1);
    public static double SumOfSquares(double[] x, int from, int to)
    {
        if (to - from == 1)
            return x[from] * x[from];
        int middle = (from + to) / 2;
        return SumOfSquares(x, from, middle) + SumOfSquares(x, middle, to);
    }

    private static double Power(double x, int n) => n == 0 ? 1 : n % 2 == 0 ? Power(x * x, n / 2) : x * Power(x, n - 1);
    public static double ByPowers(double[] c, double x)
    {
        double sum = 0;
        for (int i = 0; i < c.Length; i++)
            sum += c[i] * Power(x, i);
        return sum;
    }

    private static double Mirrored(double x) => x < 0 ? -Mirrored(-x) : 1 - 1 / (1 + x + Power(x, 2));
    public static double Odd(double x) => Mirrored(x);
    public static double Even(double x, int n) => n == 0 ? x : n > 5 ? Even(x, n - 2) : Uneven(x * 2, n - 1);
    public static double Uneven(double x, int n) => n == 0 ? x * x : Even(x + 1, n - 1) * Uneven(x, n - 1);
    public static double Scaled(double x, double scale = 2, int n = 3) => n == 0 ? x : Scaled(x * scale, n: n - 1) + scale;
    public static double Throwing(double x, int n)
    {
        if (n < 0)
            throw new ArgumentException("A negative number of times");
        return n == 0 ? x : x * Throwing(x, n - 1);
    }

    public static float Until(float x) => x > 10 ? x : Until(x * x + 1);
    public static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
