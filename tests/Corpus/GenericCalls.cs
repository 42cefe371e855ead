using System;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Generic code that is called: by its companions where it is marked, in place where it is not.</summary>
public static partial class GenericCalls
{
    [Differentiable]
    [At(1.5, new double[] { 1, 2, 3 })]
    public static double HornerOfDouble(double x, double[] c) => Generics.Horner(x, c) + Generics.Logistic(x);

    [Differentiable]
    [At(1.5f, new float[] { 1, 2, 3 })]
    public static float HornerOfSingle(float x, float[] c) => Generics.Horner<float>(x, c) * Generics.Logistic(x);

    [Differentiable]
    [At(100f, 105f, 0.02f, 0.25f, 0.75f)]
    public static float BlackScholesOfSingle(float spot, float strike, float rate, float volatility, float time) =>
        Generics.BlackScholes(spot, strike, rate, volatility, time);

    [Differentiable]
    [At(new float[] { 1, -2, 3, 0.5f }, 0.25f)]
    [Allocates("the work array of the called method")]
    public static float SmoothOfSingle(float[] values, float weight) => Generics.Smooth(values, weight);

    [Differentiable]
    [At(0.7f, 1.3f)]
    public static float FunctionsOfSingle(float x, float y) => Generics.Functions(x, y);

    [Differentiable]
    [At(0.1f, 1.4f, 12)]
    public static float TrapezoidOfSingle(float from, float to, int n) => Generics.Trapezoid(from, to, n);

    [Differentiable]
    [At(1.25f, 0.5)]
    public static double WidenedFromSingle(float x, double y) => Generics.Widened(x, y);

    // Not marked: read in place, at both types.
    private static T Cube<T>(T x)
        where T : INumberBase<T> => x * x * x + T.CreateChecked(0.1) * x + T.CreateChecked(2);

    private static T Mean<T>(T[] values)
        where T : IFloatingPoint<T>
    {
        T sum = T.Zero;
        foreach (T value in values) sum += value;
        return sum / T.CreateChecked(values.Length) + T.Pi - T.NegativeOne;
    }

    private static T Blend<T>(T a, T b, double share)
        where T : IFloatingPointIeee754<T>
    {
        T t = T.CreateChecked(share);
        return a > b || T.IsNaN(a) ? a * t + T.Exp(b) * (T.One - t) : T.Lerp(a, b, t);
    }

    [Differentiable]
    [At(1.5)]
    public static double CubeInPlace(double x) => Cube(x) + Cube<double>(2 * x);

    [Differentiable]
    [At(1.5f)]
    public static float CubeInPlaceOfSingle(float x) => Cube(x) + Cube(2 * x);

    [Differentiable]
    [At(new double[] { 1, 2, 4 }, 0.5)]
    public static double MeanInPlace(double[] x, double y) => Mean(x) * Blend(y, x[0], 0.25) * Blend(x[1], y, 0.75);

    [Differentiable]
    [At(new float[] { 1, 2, 4 }, 0.5f)]
    public static float MeanInPlaceOfSingle(float[] x, float y) => Mean(x) * Blend(y, x[0], 0.25) * Blend(x[1], y, 0.75);

    [Differentiable]
    [At(new double[] { 1, 2, 4 }, 0.5)]
    public static T InGeneric<T>(T[] x, T y)
        where T : IFloatingPointIeee754<T> => Mean(x) * Blend(y, Cube(x[0]), 0.25);

    private static TTo Converted<TFrom, TTo>(TFrom x)
        where TFrom : INumberBase<TFrom>
        where TTo : INumberBase<TTo> => TTo.CreateChecked(x * x);

    [Differentiable]
    [At(1.5f)]
    public static double ConvertedInPlace(float x) => Converted<float, double>(x) * 2;

    [Differentiable]
    [At(1.5)]
    public static float NarrowedInPlace(double x) => Converted<double, float>(x) * 2;

    // A call on a local variable whose type is a type parameter.
    [Differentiable]
    [At(1.5, 2.0)]
    [At(0.5, 2.0)]
    public static T Dampened<T>(T x, T limit)
        where T : IFloatingPointIeee754<T>
    {
        T squared = x * x;
        return squared.CompareTo(limit) > 0 ? limit + T.Log(squared / limit) : squared;
    }

    [Differentiable]
    [At(1.5, 2.0)]
    [At(0.5, 2.0)]
    public static double DampenedOfDouble(double x, double limit) => Dampened(x, limit) * Dampened(limit, x);

    [Differentiable]
    [At(1.5f, 2f)]
    public static float DampenedOfSingle(float x, float limit) => Dampened(x, limit) * Dampened(limit, x);

    // A static class that is generic itself.
    [Differentiable]
    [At(1.5, 2.0)]
    public static double ByGenericType(double x, double y) => GenericLine<double>.Value(x, y) * GenericLine<double>.Slope(x);

    [Differentiable]
    [At(1.5f, 2f)]
    public static float ByGenericTypeOfSingle(float x, float y) => GenericLine<float>.Value(x, y) * GenericLine<float>.Slope(x);
}

public static partial class GenericLine<T>
    where T : IFloatingPointIeee754<T>
{
    [Differentiable]
    public static T Value(T x, T y) => T.Sin(x) * y + Slope(y) + Twice(x);

    public static T Slope(T x) => x * x * T.CreateChecked(0.3);

    private static T Twice(T x) => x + x;
}
