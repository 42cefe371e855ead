using System;
using AutoDiff;

namespace Corpus;

/// <summary>Hard programs 21 and 22: points where DESIGN section 3 decides, and points near by.</summary>
public static partial class Kinks
{
    [Differentiable]
    [At(0.0, Kink = true, Value = 0, Gradient = new double[] { 0 })]
    [At(-2.0, Value = 2, Gradient = new double[] { -1 })]
    [At(3.0)]
    public static double Absolute(double x) => Math.Abs(x);

    [Differentiable]
    [At(1.5, 1.5, Kink = true, Value = 1.5, Gradient = new double[] { 0.5, 0.5 })]
    [At(1.5, 2.5, Gradient = new double[] { 0, 1 })]
    [At(2.5, 1.5, Gradient = new double[] { 1, 0 })]
    public static double Maximum(double x, double y) => Math.Max(x, y);

    [Differentiable]
    [At(1.5, 1.5, Kink = true, Value = 1.5, Gradient = new double[] { 0.5, 0.5 })]
    [At(1.5, 2.5, Gradient = new double[] { 1, 0 })]
    public static double Minimum(double x, double y) => Math.Min(x, y);

    [Differentiable]
    [At(1.5, Kink = true, Gradient = new double[] { 1 })]
    public static double MaximumOfTheSame(double x) => Math.Max(x, x);

    [Differentiable]
    [At(0.0, Kink = true, Gradient = new double[] { 0.5 })]
    [At(-1.0, Gradient = new double[] { 0 })]
    [At(1.0, Gradient = new double[] { 1 })]
    public static double Rectified(double x) => Math.Max(x, 0);

    // The root has an infinite slope where the maximum takes the constant: nothing of it goes to x.
    [Differentiable]
    [At(0.7, Gradient = new double[] { 1 })]
    [At(6.0)]
    public static double GuardedRoot(double x) => Math.Sqrt(Math.Max(0, x - 5)) + x;

    [Differentiable]
    [At(0.7, Gradient = new double[] { 1 })]
    public static double ClampedCosine(double x) => Math.Acos(Math.Clamp(x + 5, -1, 1)) + x;

    // The other branch is 1/0: it must not turn the derivative into NaN.
    [Differentiable]
    [At(0.0, Kink = true, Value = 1, Gradient = new double[] { 0 })]
    [At(4.0, Value = 0.25, Gradient = new double[] { -0.0625 })]
    public static double MinimumWithReciprocal(double x) => Math.Min(1, 1 / x);

    [Differentiable]
    [At(0.0, Kink = true, Gradient = new double[] { 0 })]
    [At(0.5, Gradient = new double[] { 2 })]
    public static double BranchTaken(double x) => x > 0 ? 2 * x : 0;

    [Differentiable]
    [At(2.25, Kink = true, Gradient = new double[] { 0 })]
    [At(2.0, Kink = true, Gradient = new double[] { 0 })]
    public static double Staircase(double x) => Math.Floor(x) + Math.Ceiling(x) + Math.Round(x) + Math.Truncate(x) + Math.Sign(x);

    // Hard program 22: infinite by continuity.
    [Differentiable]
    [At(0.0, Kink = true, Value = 0, Gradient = new double[] { double.PositiveInfinity })]
    [At(4.0, Value = 2, Gradient = new double[] { 0.25 })]
    public static double RootAtZero(double x) => Math.Sqrt(x);

    [Differentiable]
    [At(4.0, 2.0)]
    public static double RootTimesWeight(double x, [NoGradient] double weight) => weight * Math.Sqrt(x);

    [Differentiable]
    [At(3.0, -4.0, Value = 5, Gradient = new double[] { 0.6, -0.8 })]
    [At(0.0, 0.0, Kink = true, Value = 0, Gradient = new double[] { 0, 0 })]
    public static double GuardedNorm(double x, double y)
    {
        double square = x * x + y * y;
        return square > 0 ? Math.Sqrt(square) : 0;
    }

    [Differentiable]
    [At(3.0, Value = 3, Gradient = new double[] { 1 })]
    [At(-3.0, Value = 3, Gradient = new double[] { -1 })]
    public static double RootOfSquare(double x) => Math.Sqrt(x * x);

    [Differentiable]
    [At(0.0, Kink = true, Value = double.NegativeInfinity, Gradient = new double[] { double.PositiveInfinity })]
    public static double LogarithmAtZero(double x) => Math.Log(x);

    [Differentiable]
    [At(0.0, Kink = true, Value = double.PositiveInfinity, Gradient = new double[] { double.NegativeInfinity })]
    public static double ReciprocalAtZero(double x) => 1 / x;

    [Differentiable]
    [At(new double[] { 0.3, 0.9, 0.9, -1 }, Kink = true)]
    [At(new double[] { 0.3, 1.9, 0.9, -1 })]
    public static double MaximumOfMany(double[] a)
    {
        double m = a[0];
        for (int i = 1; i < a.Length; i++) m = Math.Max(m, a[i]);
        return m;
    }
}
