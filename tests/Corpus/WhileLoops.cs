using System;
using AutoDiff;

namespace Corpus;

/// <summary>Loops whose trip count depends on the data.</summary>
public static partial class WhileLoops
{
    // Hard program 13; the second point makes no trip at all.
    [Differentiable]
    [At(0.9, Value = 2.18225, Gradient = new double[] { 0.6075 })]
    [At(0.2, Value = 0.2, Gradient = new double[] { 1 })]
    public static double UntilSmall(double x)
    {
        double r = x;
        int n = 0;
        while (r > .3)
        {
            r *= .5 * x;
            n++;
        }

        return r + n;
    }

    [Differentiable]
    [At(2.0)]
    [At(1234.5)]
    public static double BabylonianRoot(double a)
    {
        double x = a > 1 ? a : 1;
        while (Math.Abs(x * x - a) > 1e-12 * a) x = 0.5 * (x + a / x);
        return x;
    }

    // The control-flow function of Dive into Deep Learning.
    [Differentiable]
    [At(new double[] { 0.3, -1.1, 0.7 })]
    [At(new double[] { -0.3, -1.1, 0.7, 2e3 })]
    public static double DoubleUntilLarge(double[] a)
    {
        double[] b = new double[a.Length];
        for (int i = 0; i < a.Length; i++) b[i] = a[i] * 2;
        while (Norm(b) < 1000)
        {
            for (int i = 0; i < b.Length; i++) b[i] *= 2;
        }

        double sum = 0;
        foreach (double v in b) sum += v;
        return sum > 0 ? sum : 100 * sum;
    }

    [Differentiable]
    [At(new double[] { 3, 4 }, Value = 5, Gradient = new double[] { 0.6, 0.8 })]
    private static double Norm(double[] v)
    {
        double square = 0;
        for (int i = 0; i < v.Length; i++) square += v[i] * v[i];
        return Math.Sqrt(square);
    }

    [Differentiable]
    [At(0.05, 1000.0, 1700.0)]
    public static double YearsToTarget(double rate, double capital, double target)
    {
        double years = 0, last = capital;
        while (capital < target)
        {
            last = capital;
            capital *= 1 + rate;
            years++;
        }

        return years - (capital - target) / (capital - last);
    }

    [Differentiable]
    [At(5.5)]
    [At(2.1)]
    public static double CollatzLike(double x)
    {
        int steps = 0;
        while (x > 1.5 && steps < 40)
        {
            if ((int)x % 2 == 0)
            {
                x = x / 2;
            }
            else
            {
                x = 0.3 * x * x + 0.1;
            }

            steps++;
            if (x > 60) x = Math.Sqrt(x);
        }

        return x * steps;
    }

    [Differentiable]
    [At(0.7, 1e-3)]
    public static double TwoConditions(double x, double tolerance)
    {
        double term = 1, sum = 0;
        int n = 0;
        while (term > tolerance && n < 50)
        {
            sum += term;
            term *= x;
            n++;
        }

        return sum + term;
    }

    [Differentiable]
    [At(1.3, 2.4)]
    public static double LoopInsideLoop(double x, double y)
    {
        double outer = 0;
        while (outer < 10)
        {
            double inner = x;
            while (inner < y + outer) inner *= 1.25;
            outer += inner;
        }

        return outer * x;
    }
}
