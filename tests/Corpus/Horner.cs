using System;
using AutoDiff;

namespace Corpus;

/// <summary>Polynomials: the README's example and its relatives.</summary>
public static partial class Horner
{
    [Differentiable]
    [At(1.5, new double[] { 1, 2, 3 }, Value = 10.75, Gradient = new double[] { 11 })]
    [At(-0.75, new double[] { 0.5, -1.25, 2, 0.125, -3, 1 })]
    [At(2.0, new double[] { })]
    public static double Evaluate(double x, [NoGradient] double[] c)
    {
        double acc = 0;
        for (int i = c.Length - 1; i >= 0; i--) acc = acc * x + c[i];
        return acc;
    }

    [Differentiable]
    [At(1.5, new double[] { 1, 2, 3 })]
    [At(-0.5, new double[] { 4, -2, 0.5, 1, -0.25 })]
    public static double EvaluateWithCoefficients(double x, double[] c)
    {
        double acc = 0;
        for (int i = c.Length - 1; i >= 0; i--)
        {
            acc = acc * x + c[i];
        }

        return acc;
    }

    [Differentiable]
    [At(0.8, new double[] { 1, -2, 3, 0.5 })]
    public static double ByPowers(double x, double[] c)
    {
        double power = 1, sum = 0;
        foreach (double a in c)
        {
            sum += a * power;
            power *= x;
        }

        return sum;
    }

    [Differentiable]
    [At(0.3, new double[] { 1, 2, -1, 0.5 })]
    public static double ValueTimesSlope(double x, double[] c)
    {
        double value = c[^1], slope = 0;
        for (int i = c.Length - 2; i >= 0; i--)
        {
            slope = slope * x + value;
            value = value * x + c[i];
        }

        return value * slope;
    }

    [Differentiable]
    [At(1.25)]
    public static double Cubic(double x) => ((2 * x - 3) * x + 0.5) * x - 7;
}
