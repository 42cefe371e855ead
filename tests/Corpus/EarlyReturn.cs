using System;
using AutoDiff;

namespace Corpus;

/// <summary>Returns out of branches and loops.</summary>
public static partial class EarlyReturn
{
    // Hard program 5 (clad #1958): the later loop is not entered.
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 3.5, Value = 4, Gradient = new double[] { 0, 4, 0, 0 })]
    [At(new double[] { 1, 2, 3 }, 100.0, Value = 8, Gradient = new double[] { 0, 1, 2, 0 })]
    public static double OutOfNestedLoop(double[] x, double c)
    {
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < x.Length; j++)
            {
                if (x[i] * x[j] > c) return x[i] * x[j];
            }
        }

        double s = 0;
        for (int k = 0; k < x.Length; k++) s += k * x[k];
        return s;
    }

    [Differentiable]
    [At(-1.5)]
    [At(0.25)]
    [At(2.0)]
    public static double Piecewise(double x)
    {
        if (x < 0) return -x * x;
        if (x < 1)
        {
            double y = x * x * x;
            return y;
        }

        return Math.Log(x) + 1;
    }

    [Differentiable]
    [At(new double[] { 0.5, 0.7, 1.9, 3 }, 1.5)]
    [At(new double[] { 0.5, 0.7 }, 1.5)]
    [At(new double[] { }, 1.5)]
    public static double FirstAbove(double[] xs, double threshold)
    {
        foreach (double x in xs)
        {
            if (x > threshold) return x * x - threshold;
        }

        return threshold;
    }

    [Differentiable]
    [At(0.3, 5)]
    [At(1.7, 5)]
    [At(0.3, 0)]
    public static double OutOfWhileAfterWork(double x, int n)
    {
        double s = x;
        while (n > 0)
        {
            s += Math.Sin(s);
            if (s > 2) return s * x;
            n--;
        }

        s *= 3;
        return s;
    }

    [Differentiable]
    [At(0.8, 0)]
    [At(0.8, 1)]
    [At(0.8, 2)]
    [At(0.8, 7)]
    public static double BySelector(double x, int kind)
    {
        if (kind == 0) return Math.Sin(x);
        else if (kind == 1) return Math.Cos(x);
        else if (kind == 2)
        {
            if (x > 0.5) return Math.Exp(x);
            return x;
        }
        else
        {
            x *= kind;
        }

        return x * x;
    }

    [Differentiable]
    [At(2.2, 0.5)]
    [At(-2.2, 0.5)]
    public static double BothBranchesReturn(double x, double y)
    {
        if (x > y)
        {
            return x / y;
        }
        else
        {
            return y / x;
        }
    }

    // Huber's loss, summed, with an early exit on a hopeless total.
    [Differentiable]
    [At(new double[] { 0.2, -3, 0.9, 1.7 }, 1.0, 100.0)]
    [At(new double[] { 0.2, -3, 0.9, 1.7 }, 1.0, 2.0)]
    public static double HuberWithLimit(double[] residuals, double delta, double limit)
    {
        double total = 0;
        for (int i = 0; i < residuals.Length; i++)
        {
            double a = Math.Abs(residuals[i]);
            total += a <= delta ? 0.5 * a * a : delta * (a - 0.5 * delta);
            if (total > limit) return limit + Math.Log(total / limit);
        }

        return total;
    }
}
