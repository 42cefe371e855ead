using System;
using AutoDiff;

namespace Corpus;

/// <summary>Hard program 35: parameters that do not matter, and methods that are constant.</summary>
public static partial class UnusedInputs
{
    [Differentiable]
    [At(1.5, 2.5, Value = 2.25, Gradient = new double[] { 3, 0 })]
    public static double SecondUnused(double x, double y) => x * x;

    [Differentiable]
    [At(1.5, Value = 42, Gradient = new double[] { 0 })]
    public static double Constant(double x) => 42;

    [Differentiable]
    [At(1.5, 3, Value = 6, Gradient = new double[] { 0 })]
    public static double ConstantLoop(double x, int n)
    {
        double s = 0;
        for (int i = 1; i <= n; i++) s += i;
        return s;
    }

    [Differentiable]
    [At(1.5, new double[] { 1, 2 }, Value = 3, Gradient = new double[] { 0, 1, 1 })]
    public static double CancelledOut(double x, double[] a)
    {
        double t = x * 2;
        t = 0;
        return a[0] + a[1] + t;
    }

    [Differentiable]
    [At(2.0, 5.0, Value = 2, Gradient = new double[] { 1, 0 })]
    public static double OverwrittenParameter(double x, double y)
    {
        y = x;
        return y;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, Value = 2, Gradient = new double[] { 0, 1, 0 })]
    public static double OneElement(double[] a) => a[1];

    [Differentiable]
    [At(1.25, Value = 1.25, Gradient = new double[] { 1 })]
    public static double Identity(double x) => x;

    [Differentiable]
    [At(new double[] { 4, 5 }, 2.0, Value = 2)]
    public static double LengthOnly(double[] a, double x) => a.Length * x / 2;

    [Differentiable]
    [At(2.0, Value = 3, Gradient = new double[] { 0 })]
    public static double OnlyInCondition(double x) => x > 1 ? 3 : 4;
}
