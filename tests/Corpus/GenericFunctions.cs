using System;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Generic helpers that are told what to compute by a type argument or a delegate, and helpers of any type.</summary>
public static partial class GenericFunctions
{
    internal interface IFunction
    {
        double Of(double x);
    }

    internal interface IStaticFunction
    {
        static abstract double Of(double x);
    }

    internal readonly struct Square : IFunction
    {
        public double Of(double x) => x * x;
    }

    internal readonly struct Wave : IFunction
    {
        public double Of(double x) => Math.Sin(x) * x;
    }

    internal readonly record struct Line(double Slope, double Offset) : IFunction
    {
        public double Of(double x) => Slope * x + Offset;
    }

    internal sealed class Cube : IStaticFunction
    {
        public static double Of(double x) => x * x * x;
    }

    private static double Twice<TF>(TF f, double x)
        where TF : struct, IFunction => f.Of(f.Of(x));

    private static double Sum<TF>(TF f, double[] x)
        where TF : IFunction
    {
        double sum = 0;
        foreach (double each in x) sum += f.Of(each);
        return sum;
    }

    private static double Static<TF>(double x)
        where TF : IStaticFunction => TF.Of(x) + TF.Of(2 * x);

    private static T Integral<T>(Func<T, T> f, T from, T to, int n)
        where T : IFloatingPoint<T>
    {
        T h = (to - from) / T.CreateChecked(n), sum = T.Zero;
        for (int i = 0; i < n; i++) sum += f(from + h * (T.CreateChecked(i) + T.CreateChecked(0.5)));
        return sum * h;
    }

    private static void Swap<T>(ref T a, ref T b) => (a, b) = (b, a);

    private static T First<T>(T a, T b) => a;

    [Differentiable]
    [At(1.5)]
    public static double TwiceInPlace(double x) => Twice(default(Square), x) * Twice(new Wave(), x);

    [Differentiable]
    [At(new double[] { 1, 2, 4 })]
    public static double SumInPlace(double[] x) => Sum(new Wave(), x) + Sum(default(Square), x);

    [Differentiable]
    [At(1.5, 0.5)]
    public static double LineInPlace(double x, double slope) => Twice(new Line(slope, 2 * x), x);

    [Differentiable]
    [At(1.5)]
    public static double StaticInPlace(double x) => Static<Cube>(x) * x;

    [Differentiable]
    [At(0.2, 1.5, 3.0)]
    public static double IntegralInPlace(double from, double to, double k) => Integral(x => Math.Exp(-k * x) * x, from, to, 20);

    [Differentiable]
    [At(0.2f, 1.5f, 3.0f)]
    public static float IntegralInPlaceOfSingle(float from, float to, float k) => Integral(x => k * x * x, from, to, 20);

    [Differentiable]
    [At(0.2, 1.5)]
    public static double Swapped(double x, double y)
    {
        Swap(ref x, ref y);
        int i = 1, j = 2;
        Swap(ref i, ref j);
        return First(x, y) * x + i * y;
    }

    [Differentiable]
    [At(0.2, 1.5)]
    public static double LocalGeneric(double x, double y)
    {
        return Squared(x) + Squared(y) * x;

        static T Squared<T>(T a)
            where T : INumber<T> => a * a;
    }
}
