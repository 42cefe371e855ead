using System;
using AutoDiff;

namespace Corpus;

/// <summary><see cref="Derivative.Stop{T}"/> and <see cref="NoGradientAttribute"/>.</summary>
public static partial class Stops
{
    [Differentiable]
    [At(1.5, Value = 2.25, Gradient = new double[] { 1.5 })]
    public static double OneFactor(double x) => x * Derivative.Stop(x);

    [Differentiable]
    [At(1.5, 0.5)]
    public static double Expression(double x, double y) => Math.Sin(x) * Derivative.Stop(Math.Cos(x * y)) + y * y;

    [Differentiable]
    [At(1.5, Value = 1.5, Gradient = new double[] { 0 })]
    public static double Everything(double x) => Derivative.Stop(x);

    // The straight-through estimator: rounded on the way forward, the identity on the way back.
    [Differentiable]
    [At(1.3, Value = 1, Gradient = new double[] { 1 })]
    public static double StraightThrough(double x) => x + Derivative.Stop(Math.Round(x) - x);

    [Differentiable]
    [At(0.8, 4)]
    public static double TruncatedHistory(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            if (i == n - 2) s = Derivative.Stop(s);
            s = Math.Sin(s) + x * s;
        }

        return s;
    }

    [Differentiable]
    [At(new double[] { 0.5, 2, 1 })]
    public static double NormalisedByStopped(double[] a)
    {
        double total = 0;
        foreach (double v in a) total += v;
        double scale = Derivative.Stop(total);
        double s = 0;
        foreach (double v in a) s += v * v / scale;
        return s;
    }

    [Differentiable]
    [At(2.0, 3.0, new double[] { 1, 2 }, Gradient = new double[] { 9 })]
    public static double ConstantParameters(double x, [NoGradient] double y, [NoGradient] double[] z) => x * y * (z[0] + z[1]);

    [Differentiable]
    [At(2.0, 0.5)]
    public static double ConstantParameterOverwritten(double x, [NoGradient] double y)
    {
        double s = x * y;
        y = y * 2 + 1;
        return s * y + x;
    }
}
