using System;
using AutoDiff;

namespace Corpus;

/// <summary>
/// Hard program 25, perturbation confusion, as far as first order goes: the inner derivative is written out, the outer one is asked for
/// (ForwardDiff #83, ReverseDiff #45).
/// </summary>
public static partial class NestedDerivatives
{
    // D(x => x · D(y => x + y, 1), 1) = 1
    [Differentiable]
    [At(1.0, Value = 1, Gradient = new double[] { 1 })]
    public static double OfSum(double x) => x * SlopeOfSum(x, 1);

    // D(x => x · D(y => x·y, 1), 4) = 8
    [Differentiable]
    [At(4.0, Value = 16, Gradient = new double[] { 8 })]
    public static double OfProduct(double x) => x * SlopeOfProduct(x, 1);

    // A difference quotient instead of the derivative: exact for these two.
    [Differentiable]
    [At(4.0, Value = 16, Gradient = new double[] { 8 })]
    public static double OfProductByDifference(double x)
    {
        const double h = 0.5;
        double slope = (Product(x, 1 + h) - Product(x, 1 - h)) / (2 * h);
        return x * slope;
    }

    [Differentiable]
    [At(4.0, 1.0)]
    private static double Product(double x, double y) => x * y;

    [Differentiable]
    [At(4.0, 1.0)]
    private static double SlopeOfSum(double x, double y) => 1 + 0 * (x + y);

    [Differentiable]
    [At(4.0, 1.0)]
    private static double SlopeOfProduct(double x, double y) => x + 0 * y;
}
