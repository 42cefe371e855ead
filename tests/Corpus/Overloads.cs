using System;
using AutoDiff;

namespace Corpus;

/// <summary>One name, many signatures: as many sets of companions.</summary>
public static partial class Overloads
{
    [Differentiable]
    [At(1.5)]
    public static double Energy(double x) => x * x / 2;

    [Differentiable]
    [At(1.5f)]
    public static float Energy(float x) => x * x * 0.5f;

    [Differentiable]
    [At(1.5, 2.5)]
    public static double Energy(double x, double mass) => mass * Energy(x);

    [Differentiable]
    [At(new double[] { 1, 2, 3 })]
    public static double Energy(double[] x)
    {
        double sum = 0;
        foreach (double v in x) sum += Energy(v);
        return sum;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 2)]
    public static double Energy(ReadOnlySpan<double> x, int power)
    {
        double sum = 0;
        foreach (double v in x) sum += Math.Pow(v, power) * Energy(v, power);
        return sum;
    }

    [Differentiable]
    [At(new float[] { 1, 2, 3 })]
    public static float Energy(float[] x)
    {
        float sum = 0;
        foreach (float v in x) sum += Energy(v);
        return sum;
    }
}
