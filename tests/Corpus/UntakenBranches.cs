using System;
using AutoDiff;

namespace Corpus;

/// <summary>Hard program 24: what is not computed, or not used, contributes nothing, not even NaN (JAX #347, #1052, clad #1108).</summary>
public static partial class UntakenBranches
{
    [Differentiable]
    [At(-1.0, Value = 0, Gradient = new double[] { 0 })]
    [At(2.0, Gradient = new double[] { 0.5 })]
    public static double LogarithmOfPositive(double x) => x > 0 ? Math.Log(x) : 0;

    [Differentiable]
    [At(1.0, Value = 1, Gradient = new double[] { 1 })]
    public static double UnusedNaN(double x)
    {
        double unused = Math.Acos(2 * x);
        _ = unused;
        return x;
    }

    [Differentiable]
    [At(0.0, 0.0, Kink = true, Value = 0, Gradient = new double[] { 1, 1 })]
    [At(1.0, 2.0)]
    public static double UnusedAngle(double y, double x)
    {
        double angle = Math.Atan2(y, x);
        double r = y * y + x * x;
        return r == 0 ? x + y : angle;
    }

    [Differentiable]
    [At(0.0, Kink = true, Value = 1, Gradient = new double[] { 0 })]
    [At(1.5)]
    public static double SincWithGuard(double x)
    {
        if (x == 0) return 1;
        return Math.Sin(x) / x;
    }

    // Computed in any case, selected only where it is finite: the weight of the other is exactly zero.
    [Differentiable]
    [At(-4.0, Value = 16, Gradient = new double[] { -8 })]
    [At(4.0, Value = 2, Gradient = new double[] { 0.25 })]
    public static double RootComputedAnyway(double x)
    {
        double root = Math.Sqrt(x);
        double square = x * x;
        return x >= 0 ? root : square;
    }

    [Differentiable]
    [At(0.0, Kink = true, Value = 0, Gradient = new double[] { 0 })]
    [At(0.25, Value = 1, Gradient = new double[] { 0 })]
    public static double InfinityOverwritten(double x)
    {
        double t = 1 / x;
        if (x == 0) t = 0;
        return t * x;
    }

    [Differentiable]
    [At(2.0, -1.0)]
    [At(-2.0, 1.5)]
    public static double ShortCircuit(double x, double y)
    {
        double s = 0;
        if (x > 0 && Math.Log(x) > 0.5) s += Math.Log(x);
        if (y < 0 || Math.Sqrt(y) > 1) s += y * y;
        return s;
    }

    // The value is computed in any case, and what it would be multiplied by is infinite or no number where it is not taken.
    [Differentiable]
    [At(1000.0, Kink = true, Value = 1000000, Gradient = new double[] { 2000 })]
    [At(1.5)]
    public static double ProductComputedAnyway(double x)
    {
        double q = Math.Exp(x) * x;
        return x > 500 ? x * x : q;
    }

    [Differentiable]
    [At(0.0, Kink = true, Value = 0, Gradient = new double[] { 0 })]
    [At(-1.0, Kink = true, Value = 0, Gradient = new double[] { 0 })]
    [At(0.3)]
    public static double EntropyComputedAnyway(double x)
    {
        double log = Math.Log(x);
        double q = -x * log;
        double twice = 2 * q;
        return x > 0 ? twice : 0;
    }

    [Differentiable]
    [At(1000.0, Kink = true, Value = 1000, Gradient = new double[] { 1 })]
    [At(0.3)]
    public static double SineOfAnInfinity(double x)
    {
        double q = Math.Sin(Math.Exp(x));
        return x > 500 ? x : q;
    }

    [Differentiable]
    [At(new double[] { 0.5, 0, -1, 2 }, Kink = true, Gradient = new double[] { -0.30685281944005469, 0, 0, -1.6931471805599454 })]
    public static double EntropyReplaced(double[] p)
    {
        double sum = 0;
        foreach (double x in p)
        {
            double term = x * Math.Log(x);
            if (x <= 0) term = 0;
            sum -= term;
        }

        return sum;
    }

    [Differentiable]
    [At(-1.0, Kink = true, Value = 0, Gradient = new double[] { 0 })]
    [At(0.3)]
    public static double LeftEarly(double x)
    {
        double q = Math.Sqrt(x) * Math.Log(x) * x;
        if (x < 0) return 0;
        q *= Math.Exp(q);
        return q;
    }
}
