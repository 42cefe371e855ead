using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

static partial class Elementary
{
    /// <summary>sinh x, through eˣ - 1 where eˣ - e⁻ˣ would cancel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Sinh(Vector512<double> x)
    {
        Vector512<double> magnitude = Magnitude(x);
        Vector512<double> t = Expm1(Clamp(magnitude, 0, 2));
        Vector512<double> near = (t + t / (t + Vector512<double>.One)) * Vector512.Create(0.5);
        Vector512<double> half = HalfExp(magnitude);
        Vector512<double> far = half - Vector512.Create(0.25) / half;
        return WithSign(Vector512.ConditionalSelect(Vector512.LessThan(magnitude, Vector512<double>.One), near, far), x);
    }

    /// <summary>cosh x</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Cosh(Vector512<double> x)
    {
        Vector512<double> half = HalfExp(Magnitude(x));
        return half + Vector512.Create(0.25) / half;
    }

    /// <summary>tanh x = t/(t + 2) with t = e²ˣ - 1</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Tanh(Vector512<double> x)
    {
        Vector512<double> magnitude = Clamp(Magnitude(x), 0, 22); // tanh 22 is 1
        Vector512<double> t = Expm1(magnitude + magnitude);
        return WithSign(t / (t + Vector512.Create(2.0)), x);
    }

    /// <summary>arsinh x = log(1 + (|x| + x²/(1 + √(1 + x²)))), with the sign of x</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Asinh(Vector512<double> x)
    {
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> magnitude = Magnitude(x);
        Vector512<double> isLarge = Vector512.GreaterThan(magnitude, Vector512.Create(1e9));
        Vector512<double> square = magnitude * magnitude;
        Vector512<double> near = magnitude + square / (one + Vector512.Sqrt(one + square));
        Vector512<double> value = Log1p(Vector512.ConditionalSelect(isLarge, magnitude - one, near));
        return WithSign(value + Vector512.BitwiseAnd(isLarge, Vector512.Create(0.69314718055994531)), x); // log 2|x| where x² is all
    }

    /// <summary>arcosh x = log(1 + (t + √(t(t + 2)))) with t = x - 1; NaN below 1</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Acosh(Vector512<double> x)
    {
        Vector512<double> t = x - Vector512<double>.One;
        Vector512<double> isLarge = Vector512.GreaterThan(x, Vector512.Create(1e9));
        Vector512<double> near = t + Vector512.Sqrt(t) * Vector512.Sqrt(t + Vector512.Create(2.0));
        Vector512<double> value = Log1p(Vector512.ConditionalSelect(isLarge, t, near));
        return value + Vector512.BitwiseAnd(isLarge, Vector512.Create(0.69314718055994531));
    }

    /// <summary>artanh x = log(1 + 2x/(1 - x))/2; ±∞ at ±1, NaN beyond</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Atanh(Vector512<double> x)
    {
        Vector512<double> magnitude = Magnitude(x);
        Vector512<double> value = Log1p((magnitude + magnitude) / (Vector512<double>.One - magnitude)) * Vector512.Create(0.5);
        return WithSign(value, x);
    }
}
