// expect: refused or right
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class CalleeThatChangesAField
{
    [ThreadStatic] private static double rate; // tests run side by side

    private static void SetRate(double value) => rate = value;

    // Run once more by the adjoint, the callee would raise the rate once more.
    [Differentiable]
    [At(0.7, Gradient = new double[] { 8.51117055560157 })]
    public static double F(double x)
    {
        SetRate(1.5);
        return Raised(x) * Raised(2 * x);
    }

    [Differentiable]
    private static double Raised(double x)
    {
        SetRate(rate + 1);
        return Math.Sin(x) * rate;
    }

    // The callee reads a field that changes between its calls.
    [Differentiable]
    [At(0.7, Gradient = new double[] { 7.805 })]
    public static double Read(double x)
    {
        SetRate(1.5);
        double first = Scaled(x);
        SetRate(4);
        return first * x + Scaled(x);
    }

    [Differentiable]
    private static double Scaled(double x) => x * x * rate;
}
