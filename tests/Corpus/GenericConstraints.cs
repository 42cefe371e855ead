using System;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Generic methods that ask no more of their number type than they use.</summary>
public static partial class GenericConstraints
{
    [Differentiable]
    [At(new double[] { 1, -2, 3 })]
    public static T SumOfSquares<T>(T[] x)
        where T : INumberBase<T>
    {
        T sum = T.AdditiveIdentity;
        foreach (T each in x) sum += each * each;
        return sum;
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3, 7 })]
    public static T Variance<T>(ReadOnlySpan<T> x)
        where T : INumber<T>
    {
        T mean = T.Zero;
        foreach (T each in x) mean += each;
        mean /= T.CreateChecked(x.Length);
        T sum = T.Zero;
        foreach (T each in x) sum += (each - mean) * (each - mean);
        return sum / T.CreateChecked(x.Length - 1);
    }

    [Differentiable]
    [At(1.5, -0.5, 2.0)]
    [At(-3.5, -0.5, 2.0)]
    public static T Huber<T>(T x, T low, T high)
        where T : INumber<T>
    {
        T clamped = T.Clamp(x, low, high);
        return clamped * clamped + T.Abs(x - clamped) + T.Max(x, low) * T.Min(x, high);
    }

    [Differentiable]
    [At(1.5, 0.25)]
    public static T Wave<T>(T x, T phase)
        where T : INumberBase<T>, ITrigonometricFunctions<T> => T.Sin(x + phase) * T.Cos(x) + T.Tan(phase) + T.Atan(x);

    [Differentiable]
    [At(3.0, 4.0)]
    public static T Norm<T>(T x, T y)
        where T : IRootFunctions<T> => T.Sqrt(x * x + y * y) + T.Hypot(x, y);

    [Differentiable]
    [At(0.5)]
    public static T SoftPlus<T>(T x)
        where T : IExponentialFunctions<T>, ILogarithmicFunctions<T> => T.Log(T.One + T.Exp(x)) + T.LogP1(T.Exp(-x));

    [Differentiable]
    [At(1.5, 2.5)]
    public static T PowerLaw<T>(T x, T exponent)
        where T : INumber<T>, IPowerFunctions<T>, ILogarithmicFunctions<T> => T.Pow(x, exponent);

    [Differentiable]
    [At(0.5)]
    public static T Hyperbolic<T>(T x)
        where T : IHyperbolicFunctions<T> => T.Tanh(x) * T.Sinh(x) + T.Cosh(x);

    [Differentiable]
    [At(7.5, 2.0)]
    public static T Wrapped<T>(T x, T period)
        where T : IFloatingPoint<T> => (x % period) * T.Floor(x) + x * T.Pi;
}
