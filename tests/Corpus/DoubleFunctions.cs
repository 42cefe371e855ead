using System;
using AutoDiff;

namespace Corpus;

/// <summary>The functions that <see cref="double"/> has and <see cref="Math"/> has not.</summary>
public static partial class DoubleFunctions
{
    [Differentiable]
    [At(0.3)]
    public static double AcosPi(double x) => double.AcosPi(x);

    [Differentiable]
    [At(0.3)]
    public static double AsinPi(double x) => double.AsinPi(x);

    [Differentiable]
    [At(0.7)]
    public static double AtanPi(double x) => double.AtanPi(x);

    [Differentiable]
    [At(0.7, 1.2)]
    [At(0.7, -1.2)]
    public static double Atan2Pi(double y, double x) => double.Atan2Pi(y, x);

    [Differentiable]
    [At(0.3)]
    public static double CosPi(double x) => double.CosPi(x);

    [Differentiable]
    [At(0.3)]
    public static double SinPi(double x) => double.SinPi(x);

    [Differentiable]
    [At(0.3)]
    public static double TanPi(double x) => double.TanPi(x);

    [MayBeRefused("a function with two results")]
    [Differentiable]
    [At(0.3)]
    public static double SinCosPi(double x)
    {
        var (sin, cos) = double.SinCosPi(x);
        return sin * cos + sin;
    }

    [Differentiable]
    [At(30.0)]
    public static double DegreesToRadians(double x) => Math.Sin(double.DegreesToRadians(x));

    [Differentiable]
    [At(0.5)]
    public static double RadiansToDegrees(double x) => double.RadiansToDegrees(x) * x;

    [Differentiable]
    [At(0.7)]
    public static double Exp10(double x) => double.Exp10(x);

    [Differentiable]
    [At(0.7)]
    public static double Exp10M1(double x) => double.Exp10M1(x);

    [Differentiable]
    [At(0.7)]
    public static double Exp2(double x) => double.Exp2(x);

    [Differentiable]
    [At(0.7)]
    public static double Exp2M1(double x) => double.Exp2M1(x);

    [Differentiable]
    [At(0.7)]
    [At(1e-5, Tolerance = 1e-10)]
    public static double ExpM1(double x) => double.ExpM1(x);

    [Differentiable]
    [At(3.0, -4.0)]
    [At(1e-3, 1.0)]
    public static double Hypot(double x, double y) => double.Hypot(x, y);

    [Differentiable]
    [At(7.4, 2.3)]
    public static double Ieee754Remainder(double x, double y) => double.Ieee754Remainder(x, y);

    [Differentiable]
    [At(1.5, 4.0, 0.3)]
    public static double Lerp(double x, double y, double t) => double.Lerp(x, y, t);

    [Differentiable]
    [At(0.7)]
    public static double Log10P1(double x) => double.Log10P1(x);

    [Differentiable]
    [At(0.7)]
    public static double Log2P1(double x) => double.Log2P1(x);

    [Differentiable]
    [At(0.7)]
    [At(1e-5, Tolerance = 1e-10)]
    public static double LogP1(double x) => double.LogP1(x);

    [Differentiable]
    [At(2.7, -3.5)]
    [At(-4.5, 3.5)]
    public static double MaxMagnitudeNumber(double x, double y) => double.MaxMagnitudeNumber(x, y) * x;

    [Differentiable]
    [At(2.7, -3.5)]
    [At(-4.5, 3.5)]
    public static double MaxNumber(double x, double y) => double.MaxNumber(x, y) * x;

    [Differentiable]
    [At(2.7, -3.5)]
    [At(-4.5, 3.5)]
    public static double MinMagnitudeNumber(double x, double y) => double.MinMagnitudeNumber(x, y) * x;

    [Differentiable]
    [At(2.7, -3.5)]
    [At(-4.5, 3.5)]
    public static double MinNumber(double x, double y) => double.MinNumber(x, y) * x;

    [Differentiable]
    [At(2.7, -3.5)]
    [At(-4.5, 3.5)]
    public static double MaxNative(double x, double y) => double.MaxNative(x, y) * x;

    [Differentiable]
    [At(2.7, -3.5)]
    [At(-4.5, 3.5)]
    public static double MinNative(double x, double y) => double.MinNative(x, y) * x;

    [Differentiable]
    [At(0.5)]
    [At(1.5)]
    [At(-2.5)]
    public static double ClampNative(double x) => double.ClampNative(x, -1, 1) * x;

    [Differentiable]
    [At(1.5, -2.5, 0.75)]
    public static double MultiplyAddEstimate(double x, double y, double z) => double.MultiplyAddEstimate(x, y, z);

    [Differentiable]
    [At(2.7, 3)]
    [At(2.7, 4)]
    [At(-2.7, 3)]
    [At(2.7, -2)]
    public static double RootN(double x, int n) => double.RootN(x, n);

    [Differentiable]
    [At(0.7)]
    public static double SameAsMath(double x) =>
        double.Sqrt(x) + double.Exp(x) * double.Sin(x) + double.Pow(x, 2.5) + double.Abs(x) + double.Log(x)
        + double.Atan2(x, 2);

    [Differentiable]
    [At(0.7)]
    public static double MoreOfTheSame(double x) =>
        double.Cbrt(x) + double.Tanh(x) * double.Max(x, 0.5) + double.Clamp(x, 0, 1) + double.Floor(x) * x
        + double.Sign(x) * x + double.Log2(x) + double.Acos(x);
}
