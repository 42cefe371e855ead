using System;
using AutoDiff;

namespace Corpus;

/// <summary>Values that are overwritten after a rule has read them.</summary>
public static partial class Overwriting
{
    // Hard program 1: the saved value must be that of the iteration (clad #855).
    [Differentiable]
    [At(1.5, 4, Value = 36, Gradient = new double[] { 24 })]
    [At(1.5, 0, Value = 1.5, Gradient = new double[] { 1 })]
    public static double GrowInLoop(double x, int n)
    {
        double v = x;
        for (int i = 0; i < n; i++) v += v * i;
        return v;
    }

    // Hard program 2: the divisor is an expression of the loop variable (clad #1865).
    [Differentiable]
    [At(1.3, Value = 0.0398320924104544, Gradient = new double[] { -0.0080118383012866 })]
    public static double InlineDivisor(double x)
    {
        double r = x;
        for (int i = 1; i <= 3; i++) r = r / (x + i);
        return r;
    }

    // Hard program 29: a conditional that reads what it overwrites (clad, TBRTernary).
    [Differentiable]
    [At(2.0, 3.0, true, Value = 24, Gradient = new double[] { 12, 14 })]
    [At(2.0, 3.0, false)]
    public static double Ternary(double a, double b, bool c)
    {
        a = c ? a * b : b;
        b = !c ? a : b * a;
        return a + b;
    }

    [Differentiable]
    [At(0.7, 1.9)]
    public static double ParameterReused(double x, double y)
    {
        x = x * y;
        y = Math.Sin(x) + y;
        x *= x;
        return x / y;
    }

    [Differentiable]
    [At(0.4, 6)]
    public static double LogisticMap(double x, int steps)
    {
        const double r = 3.7;
        for (int i = 0; i < steps; i++) x = r * x * (1 - x);
        return x;
    }

    // The first factor of the product is read before the assignment inside the second one.
    [Differentiable]
    [At(1.1, 0.6)]
    public static double ReadThenAssigned(double x, double y)
    {
        double t = x * y;
        return t * (t = Math.Exp(y)) + t;
    }

    [Differentiable]
    [At(1.7)]
    public static double SameVariableManyTimes(double x)
    {
        double t = x;
        t = t * t;
        t = t * t + x;
        t = Math.Sqrt(t);
        t = t / (1 + t);
        return t;
    }
}
