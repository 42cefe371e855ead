using System;
using AutoDiff;

namespace Corpus;

/// <summary>The functions of <see cref="Math"/>, one by one; the tie points and infinities are in <see cref="Kinks"/>.</summary>
public static partial class MathFunctions
{
    [Differentiable]
    [At(1.3)]
    [At(-1.3)]
    public static double Abs(double x) => Math.Abs(x);

    [Differentiable]
    [At(0.3)]
    [At(-0.9)]
    public static double Acos(double x) => Math.Acos(x);

    [Differentiable]
    [At(1.7)]
    public static double Acosh(double x) => Math.Acosh(x);

    [Differentiable]
    [At(0.3)]
    [At(-0.9)]
    public static double Asin(double x) => Math.Asin(x);

    [Differentiable]
    [At(0.7)]
    [At(-20.0)]
    public static double Asinh(double x) => Math.Asinh(x);

    [Differentiable]
    [At(0.7)]
    [At(-30.0)]
    public static double Atan(double x) => Math.Atan(x);

    [Differentiable]
    [At(0.7, 1.2)]
    [At(0.7, -1.2)]
    [At(-0.7, -1.2)]
    [At(-0.7, 0.0)]
    public static double Atan2(double y, double x) => Math.Atan2(y, x);

    [Differentiable]
    [At(0.6)]
    [At(-0.99)]
    public static double Atanh(double x) => Math.Atanh(x);

    [Differentiable]
    [MayBeRefused("a step among the doubles rather than a function")]
    [At(1.5)]
    public static double BitDecrement(double x) => Math.BitDecrement(x) * x;

    [Differentiable]
    [MayBeRefused("a step among the doubles rather than a function")]
    [At(1.5)]
    public static double BitIncrement(double x) => Math.BitIncrement(x) * x;

    [Differentiable]
    [At(2.7)]
    [At(-2.7)]
    public static double Cbrt(double x) => Math.Cbrt(x);

    [Differentiable]
    [At(2.7)]
    [At(-2.7)]
    public static double Ceiling(double x) => Math.Ceiling(x) * x;

    [Differentiable]
    [At(0.5, 0.0, 1.0)]
    [At(-0.5, 0.0, 1.0)]
    [At(1.5, 0.0, 1.0)]
    public static double Clamp(double x, double low, double high) => Math.Clamp(x, low, high);

    [Differentiable]
    [At(1.5, -2.0)]
    [At(-1.5, -2.0)]
    [At(1.5, 2.0)]
    public static double CopySign(double x, double y) => Math.CopySign(x, y) * x;

    [Differentiable]
    [At(0.7)]
    [At(20.0)]
    public static double Cos(double x) => Math.Cos(x);

    [Differentiable]
    [At(0.7)]
    [At(-3.0)]
    public static double Cosh(double x) => Math.Cosh(x);

    [Differentiable]
    [At(0.7)]
    [At(-20.0)]
    [At(50.0)]
    public static double Exp(double x) => Math.Exp(x);

    [Differentiable]
    [At(2.7)]
    [At(-2.7)]
    public static double Floor(double x) => Math.Floor(x) * x;

    [Differentiable]
    [At(1.5, -2.5, 0.75)]
    public static double FusedMultiplyAdd(double x, double y, double z) => Math.FusedMultiplyAdd(x, y, z);

    [Differentiable]
    [At(7.4, 2.3)]
    [At(8.9, 2.3)]
    public static double IEEERemainder(double x, double y) => Math.IEEERemainder(x, y);

    [Differentiable]
    [At(5.7)]
    public static double ILogB(double x) => Math.ILogB(x) * x;

    [Differentiable]
    [At(2.7)]
    [At(0.01)]
    public static double Log(double x) => Math.Log(x);

    [Differentiable]
    [At(2.7, 3.5)]
    public static double LogOfBase(double x, double b) => Math.Log(x, b);

    [Differentiable]
    [At(2.7)]
    public static double Log10(double x) => Math.Log10(x);

    [Differentiable]
    [At(2.7)]
    public static double Log2(double x) => Math.Log2(x);

    [Differentiable]
    [At(2.7, 3.5)]
    [At(0.7, 3.5)]
    public static double Max(double x, double y) => Math.Max(x * y, y);

    [Differentiable]
    [At(2.7, -3.5)]
    [At(-4.5, 3.5)]
    public static double MaxMagnitude(double x, double y) => Math.MaxMagnitude(x, y);

    [Differentiable]
    [At(2.7, 3.5)]
    [At(0.7, 3.5)]
    public static double Min(double x, double y) => Math.Min(x * y, y);

    [Differentiable]
    [At(2.7, -3.5)]
    [At(-4.5, 3.5)]
    public static double MinMagnitude(double x, double y) => Math.MinMagnitude(x, y);

    [Differentiable]
    [At(2.7, 3.5)]
    [At(2.7, -0.5)]
    public static double Pow(double x, double y) => Math.Pow(x, y);

    [Differentiable]
    [At(2.7)]
    [At(-2.2)]
    public static double Round(double x) => Math.Round(x) * x;

    [Differentiable]
    [At(2.7182)]
    public static double RoundToDigits(double x) => Math.Round(x, 2) * x;

    [Differentiable]
    [At(2.7182)]
    public static double RoundAwayFromZero(double x) => Math.Round(x, MidpointRounding.AwayFromZero) * x;

    [Differentiable]
    [At(1.5, 3)]
    [At(1.5, -2)]
    public static double ScaleB(double x, int n) => Math.ScaleB(x, n) * x;

    [Differentiable]
    [At(-2.5)]
    [At(2.5)]
    public static double Sign(double x) => Math.Sign(x) * x * x;

    [Differentiable]
    [At(0.7)]
    [At(-20.0)]
    public static double Sin(double x) => Math.Sin(x);

    [Differentiable]
    [At(0.7)]
    public static double SinCos(double x)
    {
        var (sin, cos) = Math.SinCos(x * x);
        return sin * cos + cos;
    }

    [Differentiable]
    [At(0.7)]
    public static double SinCosAsPair(double x)
    {
        var both = Math.SinCos(x * x);
        return both.Sin * both.Cos + both.Cos;
    }

    [Differentiable]
    [At(0.7)]
    [At(-3.0)]
    public static double Sinh(double x) => Math.Sinh(x);

    [Differentiable]
    [At(2.7)]
    [At(1e-6)]
    public static double Sqrt(double x) => Math.Sqrt(x);

    [Differentiable]
    [At(0.7)]
    [At(1.5)]
    public static double Tan(double x) => Math.Tan(x);

    [Differentiable]
    [At(0.7)]
    [At(-9.0, Tolerance = 1e-8)]
    public static double Tanh(double x) => Math.Tanh(x);

    [Differentiable]
    [At(2.7)]
    [At(-2.7)]
    public static double Truncate(double x) => Math.Truncate(x) * x;
}
