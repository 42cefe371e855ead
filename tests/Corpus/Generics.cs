using System;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Methods that are generic over the number type, as numerical code for several precisions is written.</summary>
public static partial class Generics
{
    [Differentiable]
    [At(1.5, new double[] { 1, 2, 3 }, Value = 10.75, Gradient = new double[] { 11, 1, 1.5, 2.25 })]
    [At(-0.75, new double[] { 0.5, -1.25, 2, 0.125 })]
    public static T Horner<T>(T x, T[] c)
        where T : IFloatingPointIeee754<T>
    {
        T acc = T.Zero;
        for (int i = c.Length - 1; i >= 0; i--) acc = acc * x + c[i];
        return acc;
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3 }, new double[] { 0.5, 0.25, -1 })]
    public static T Dot<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : struct, IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    [Differentiable]
    [At(0.3)]
    [At(-4.5)]
    public static T Logistic<T>(T x)
        where T : IFloatingPointIeee754<T> => T.One / (T.One + T.Exp(-x));

    [Differentiable]
    [At(2.0)]
    [At(50.0)]
    public static T NewtonRoot<T>(T a)
        where T : IFloatingPointIeee754<T>
    {
        T half = T.CreateChecked(0.5), x = a;
        T tolerance = T.CreateChecked(1e-6);
        while (T.Abs(x * x - a) > tolerance) x = half * (x + a / x);
        return x;
    }

    [Differentiable]
    [At(0.1, 1.4, 12)]
    public static T Trapezoid<T>(T from, T to, int n)
        where T : IFloatingPointIeee754<T>
    {
        T h = (to - from) / T.CreateChecked(n);
        T two = T.CreateChecked(2);
        T sum = (T.Sin(from * from) + T.Sin(to * to)) / two;
        for (int i = 1; i < n; i++)
        {
            T x = from + T.CreateChecked(i) * h;
            sum += T.Sin(x * x);
        }

        return sum * h;
    }

    [Differentiable]
    [At(100.0, 105.0, 0.02, 0.25, 0.75)]
    [At(100.0, 80.0, 0.02, 0.25, 0.75)]
    public static T BlackScholes<T>(T spot, T strike, T rate, T volatility, T time)
        where T : IFloatingPointIeee754<T>
    {
        T root = volatility * T.Sqrt(time);
        T d1 = (T.Log(spot / strike) + (rate + T.CreateChecked(0.5) * volatility * volatility) * time) / root;
        T d2 = d1 - root;
        return spot * Normal(d1) - strike * T.Exp(-rate * time) * Normal(d2);
    }

    // Abramowitz & Stegun 26.2.17.
    [Differentiable]
    [At(0.4)]
    [At(-1.3)]
    internal static T Normal<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        T k = T.One / (T.One + T.CreateChecked(0.2316419) * T.Abs(x));
        T polynomial = k * (T.CreateChecked(0.319381530) + k * (T.CreateChecked(-0.356563782) + k * (T.CreateChecked(1.781477937)
            + k * (T.CreateChecked(-1.821255978) + k * T.CreateChecked(1.330274429)))));
        T tail = T.Exp(-T.CreateChecked(0.5) * x * x) / T.Sqrt(T.Tau) * polynomial;
        return x >= T.Zero ? T.One - tail : tail;
    }

    // Work arrays, stores, a branch on data.
    [Differentiable]
    [At(new double[] { 1, -2, 3, 0.5 }, 0.25)]
    public static T Smooth<T>(T[] values, T weight)
        where T : IFloatingPointIeee754<T>
    {
        T[] smoothed = new T[values.Length];
        T last = values[0];
        for (int i = 0; i < values.Length; i++)
        {
            last = weight * last + (T.One - weight) * values[i];
            smoothed[i] = last;
        }

        T energy = T.Zero;
        foreach (T s in smoothed)
        {
            if (s > T.Zero) energy += s * s;
            else energy -= T.CreateTruncating(3) * s;
        }

        return T.Sqrt(energy);
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3, 0.5 })]
    [Allocates("its result")]
    public static T[] Softmax<T>(T[] x)
        where T : IFloatingPointIeee754<T>
    {
        T max = T.NegativeInfinity;
        for (int i = 0; i < x.Length; i++) max = T.Max(max, x[i]);
        T sum = T.Zero;
        var y = new T[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = T.Exp(x[i] - max);
            sum += y[i];
        }

        for (int i = 0; i < y.Length; i++) y[i] /= sum;
        return y;
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3, 0.5 }, 1.5)]
    public static void Scale<T>(Span<T> x, T factor)
        where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < x.Length; i++) x[i] *= factor * T.Cos(x[i]);
    }

    [Differentiable]
    [At(0.7, 1.3)]
    [At(2.6, -0.4)]
    public static T Functions<T>(T x, T y)
        where T : IFloatingPointIeee754<T>
    {
        T a = T.Pow(x, y) + T.Pow(x, T.CreateChecked(3)) + T.Atan2(y, x) + T.Hypot(x, y) + T.Cbrt(x);
        T b = T.Tanh(x) * T.Sinh(y) + T.Log2(x) + T.Log(x, T.CreateChecked(3)) + T.SinPi(y) + T.Exp2(y) + T.ExpM1(x) + T.RootN(x, 5);
        T c = T.Clamp(y, -T.One, T.One) + T.Min(x, y) + T.CopySign(x, y) + T.Round(x) + T.FusedMultiplyAdd(x, y, x) + T.Lerp(x, y, T.CreateChecked(0.25));
        return a * b + c + x % T.CreateChecked(0.3) + T.Pi * T.Asinh(y) + T.ScaleB(x, 3);
    }

    [Differentiable]
    [At(0.7, 3)]
    public static T IncrementAndPower<T>(T x, int n)
        where T : IFloatingPointIeee754<T>
    {
        T y = x;
        y++;
        T z = y-- * x;
        for (int i = 0; i < n; i++) z = z * y + T.CreateSaturating(i);
        return T.IsNaN(z) || z == T.Zero ? T.NaN : z * x;
    }

    // Two precisions in one method.
    [Differentiable]
    [At(1.25, 0.5)]
    public static TSum Widened<T, TSum>(T x, TSum y)
        where T : IFloatingPointIeee754<T>
        where TSum : IFloatingPointIeee754<TSum>
    {
        TSum wide = TSum.CreateChecked(x * x);
        return wide * y + TSum.CreateChecked(x);
    }

    [Differentiable]
    [At(1.25, 3)]
    public static T Recursive<T>(T x, int n)
        where T : IFloatingPointIeee754<T> => n == 0 ? T.One : x * Recursive(x, n - 1) + T.Sin(x);
}
