using System;
using AutoDiff;

namespace Corpus;

/// <summary>Hard program 23: the corners of the power function (Stan #3031, Drake #23862, Futhark #2229).</summary>
public static partial class Powers
{
    [Differentiable]
    [At(0.0, 0.0, Kink = true, Value = 1, Gradient = new double[] { 0 })]
    [At(0.0, 1.0, Kink = true, Value = 0, Gradient = new double[] { 1 })]
    [At(0.0, 2.0, Kink = true, Value = 0, Gradient = new double[] { 0 })]
    [At(0.0, 0.5, Kink = true, Value = 0, Gradient = new double[] { double.PositiveInfinity })]
    [At(2.0, 0.0, Value = 1, Gradient = new double[] { 0 })]
    [At(2.0, -3.0, Value = 0.125, Gradient = new double[] { -0.1875 })]
    [At(-2.0, 3.0, Value = -8, Gradient = new double[] { 12 })]
    [At(1.7, 2.3)]
    public static double ByBase(double x, [NoGradient] double y) => Math.Pow(x, y);

    [Differentiable]
    [At(0.0, 2.0, Kink = true, Value = 0, Gradient = new double[] { 0 })]
    [At(0.0, 0.5, Kink = true, Value = 0, Gradient = new double[] { 0 })]
    [At(2.0, 3.0)]
    [At(0.3, -1.5)]
    public static double ByExponent([NoGradient] double x, double y) => Math.Pow(x, y);

    [Differentiable]
    [At(0.0, 2.0, Kink = true, Value = 0, Gradient = new double[] { 0, 0 })]
    [At(0.0, 1.0, Kink = true, Value = 0, Gradient = new double[] { 1, 0 })]
    [At(2.5, 1.5)]
    [At(2.5, 0.0)]
    public static double ByBoth(double x, double y) => Math.Pow(x, y);

    [Differentiable]
    [At(0.0, Kink = true, Value = 0, Gradient = new double[] { 0 })]
    [At(-1.5)]
    public static double ConstantSquare(double x) => Math.Pow(x, 2);

    [Differentiable]
    [At(0.0, Kink = true, Value = 0, Gradient = new double[] { 0 })]
    [At(1.3)]
    public static double SquareOfSquare(double x) => Math.Pow(Math.Pow(x, 2), 2);

    [Differentiable]
    [At(0.0, Kink = true, Value = 1, Gradient = new double[] { 0 })]
    [At(1.3)]
    public static double ConstantZero(double x) => Math.Pow(x, 0) + Math.Pow(x, 0.0) * x * x;

    [Differentiable]
    [At(1.3)]
    public static double ConstantBase(double x) => Math.Pow(2, x) + Math.Pow(10, -x);

    [Differentiable]
    [At(1.3, 5)]
    [At(-1.3, 5)]
    [At(1.3, -2)]
    [At(0.0, 1, Kink = true, Gradient = new double[] { 1 })]
    public static double IntegerExponent(double x, int n) => Math.Pow(x, n);

    [Differentiable]
    [At(1.3)]
    public static double SelfPower(double x) => Math.Pow(x, x);

    [Differentiable]
    [At(1.3, 11)]
    [At(1.3, 0)]
    public static double BySquaring(double x, int n)
    {
        double result = 1;
        while (n > 0)
        {
            if ((n & 1) == 1) result *= x;
            x *= x;
            n >>= 1;
        }

        return result;
    }
}
