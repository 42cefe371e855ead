using System;
using AutoDiff;

namespace Corpus;

/// <summary>Methods that return an array: a Jacobian instead of a gradient.</summary>
public static partial class ArrayResults
{
    [Differentiable]
    [At(2.0, 3.0)]
    public static double[] Expression(double x, double y) => [x * y, x / y, Math.Sin(x)];

    [Differentiable]
    [At(new double[] { 1, 2, 3 })]
    public static double[] Squares(double[] x)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < x.Length; i++) y[i] = x[i] * x[i];
        return y;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.5)]
    public static double[] OtherLength(ReadOnlySpan<double> x, double w)
    {
        double[] y = new double[2];
        for (int i = 0; i < x.Length; i++) y[i % 2] += w * x[i] * x[i];
        return y;
    }

    [Differentiable]
    [At(0.5, 4)]
    [At(0.5, 0)]
    public static double[] Powers(double x, int n)
    {
        double[] p = new double[n];
        double power = 1;
        for (int i = 0; i < n; i++)
        {
            p[i] = power;
            power *= x;
        }

        return p;
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3 })]
    [At(new double[] { -1, -2, -3 })]
    public static double[] EarlyReturn(double[] x)
    {
        if (x[0] < 0) return new double[] { x[0] * x[1], 7 };
        double[] y = (double[])x.Clone();
        for (int i = 1; i < y.Length; i++) y[i] += y[i - 1] * y[i - 1];
        return y;
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, 3.0)]
    public static double[] OfACall(double[] x, double a)
    {
        double[] s = Squares(x);
        double[] e = Expression(s[0], a);
        return [s[1] * e[0], e[1] + e[2]];
    }

    [Allocates("the array that the called method returns")]
    [Differentiable]
    [At(new double[] { 1, 2, 0.5 })]
    public static double SumOfACall(double[] x)
    {
        double[] s = Squares(x);
        s[0] *= x[1];
        double sum = 0;
        foreach (double v in s) sum += v;
        return sum;
    }

    [Differentiable]
    [At(new float[] { 0.5f, 1.5f }, 2f)]
    public static float[] Single(float[] x, float a) => new float[] { x[0] * a, x[1] * x[0], a * a };

    [Differentiable]
    [At(2.0, 1.0, 100.0)]
    public static double[] ArgumentsIgnored(double x, double unused, [NoGradient] double scale)
    {
        var y = new double[3];
        y[1] = scale * x;
        return y;
    }

    // The logistic growth curve at given times, as a fit would ask for it.
    [Differentiable]
    [At(10.0, 2.0, 0.7, new double[] { 0, 1, 2.5 })]
    public static double[] GrowthCurve(double capacity, double start, double rate, [NoGradient] ReadOnlySpan<double> times)
    {
        double[] y = new double[times.Length];
        for (int i = 0; i < y.Length; i++) y[i] = capacity / (1 + (capacity - start) / start * Math.Exp(-rate * times[i]));
        return y;
    }
}
