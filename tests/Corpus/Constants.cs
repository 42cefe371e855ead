using System;
using AutoDiff;

namespace Corpus;

/// <summary>Constants of every kind: <c>const</c>, <c>static readonly</c>, of this type and of others.</summary>
public static partial class Constants
{
    public const double Gravity = 9.80665;
    private const int Terms = 4;
    private static readonly double Scale = Math.Sqrt(2);
    private static readonly double[] Coefficients = { 0.5, -0.25, 0.125, 2 };
    private static readonly int[] Exponents = [3, 1, 0, 2];

    [Differentiable]
    [At(0.7)]
    public static double ConstField(double t) => Gravity * t * t / 2;

    [Differentiable]
    [At(0.7)]
    public static double ReadOnlyField(double x) => Scale * Math.Sin(Scale * x);

    [Differentiable]
    [At(0.7)]
    public static double ReadOnlyArrays(double x)
    {
        double s = 0;
        for (int i = 0; i < Terms; i++) s += Coefficients[i] * Math.Pow(x, Exponents[i]);
        return s;
    }

    [Differentiable]
    [At(0.7)]
    public static double LocalConstants(double x)
    {
        const double third = 1.0 / 3, epsilon = 1e-300;
        const int n = 3;
        double y = 0;
        for (int i = 0; i < n; i++) y += third * x + epsilon;
        return y * n * Limits.Factor;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfTheFramework(double x) => Math.PI * x + Math.E * x * x + Math.Tau / x + double.Epsilon;

    [Differentiable]
    [At(0.7)]
    [At(1e9)]
    public static double ExtremeConstants(double x)
    {
        double least = double.MaxValue;
        if (x < least) least = x;
        double largest = double.MinValue;
        largest = Math.Max(largest, x * x);
        return least > 1e8 ? 1e-16 * largest : least * largest;
    }

    [Differentiable]
    [At(0.7)]
    public static double Literals(double x) => 1e-3 * x + 2.5E+2 * x * x - .125 + 1_000 * x + 0x10 / x + 3f * x + 7d;

    internal static class Limits
    {
        internal const double Factor = 1.75;
    }

    private static class Tolerances
    {
        private const double Factor = -1.5;
        private const double Nothing = double.NaN;
        private static readonly double Least = Math.Pow(2, -20) * 10;
        private static readonly int Steps = 3 * 2;
        private static readonly float Single = 0.1f;

        public static double Weigh(double a) => double.IsNaN(Nothing) ? a * Least - Factor * a * Steps + a * Single : 0;
    }

    [Differentiable]
    [At(0.7)]
    public static double PrivateToAnotherType(double x) => Tolerances.Weigh(x * x);
}
