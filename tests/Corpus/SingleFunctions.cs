using System;
using AutoDiff;

namespace Corpus;

/// <summary>The functions of <see cref="MathF"/> and <see cref="float"/>.</summary>
public static partial class SingleFunctions
{
    [Differentiable]
    [At(0.7f)]
    public static float Exponentials(float x) =>
        MathF.Exp(x) + MathF.Log(x) * MathF.Sqrt(x) + MathF.Cbrt(x) + MathF.Log2(x) * MathF.Log10(x);

    [Differentiable]
    [At(0.7f)]
    public static float Circular(float x) => MathF.Sin(x) * MathF.Cos(x) + MathF.Tan(x) + MathF.Asin(x) * MathF.Acos(x) + MathF.Atan(x);

    [Differentiable]
    [At(0.7f)]
    public static float Hyperbolic(float x) =>
        MathF.Sinh(x) * MathF.Cosh(x) + MathF.Tanh(x) + MathF.Asinh(x) * MathF.Atanh(x) + MathF.Acosh(x + 1);

    [Differentiable]
    [At(0.7f, 1.6f)]
    public static float TwoArguments(float x, float y) =>
        MathF.Pow(x, y) + MathF.Atan2(y, x) + MathF.Log(y, x) * MathF.FusedMultiplyAdd(x, y, 2);

    [Differentiable]
    [At(0.7f, 1.6f)]
    [At(2.5f, -1.6f)]
    public static float Choices(float x, float y) =>
        MathF.Max(x, y) * MathF.Min(x, y) + MathF.Abs(y) + MathF.CopySign(x, y)
        + MathF.MaxMagnitude(x, y) - MathF.MinMagnitude(x, y);

    [Differentiable]
    [At(2.7f)]
    public static float Steps(float x) =>
        x * (MathF.Floor(x) + MathF.Ceiling(x) + MathF.Round(x) + MathF.Truncate(x) + MathF.Sign(x)
        + MathF.ScaleB(x, 2));

    [Differentiable]
    [At(7.4f, 2.3f)]
    public static float Remainder(float x, float y) => MathF.IEEERemainder(x, y) + x % y;

    [Differentiable]
    [At(0.7f)]
    public static float OfFloat(float x) =>
        float.Exp(x) * float.Sin(x) + float.Sqrt(x) + float.Pow(x, 1.5f) + float.Hypot(x, 2) + float.LogP1(x)
        + float.SinPi(x);

    [Differentiable]
    [At(0.7f)]
    public static float MoreOfFloat(float x) =>
        float.Lerp(1, x, 0.25f) + float.Clamp(x, 0, 1) + float.ExpM1(x) * float.Exp2(x) + float.RootN(x, 3)
        + float.MaxNumber(x, 0.5f);
}
