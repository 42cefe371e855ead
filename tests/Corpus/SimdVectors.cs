using System;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Loops over SIMD vectors as wide as the hardware has them, with a scalar tail.</summary>
[VectorCode]
public static partial class SimdVectors
{
    [Differentiable]
    [At(new double[] { 1, -2, 0.5, 3, 0.25, 1.5, -1, 2, 0.75, 1.25, -0.5 }, new double[] { 2, 1, -1, 0.5, 3, 1, 0.25, -2, 1, 4, 0.5 })]
    [At(new double[] { 1, -2, 0.5 }, new double[] { 2, 1, -1 })]
    public static double Dot(double[] x, double[] y)
    {
        var sum = Vector<double>.Zero;
        int i = 0;
        for (; i <= x.Length - Vector<double>.Count; i += Vector<double>.Count)
            sum += new Vector<double>(x, i) * new Vector<double>(y, i);
        double total = Vector.Sum(sum);
        for (; i < x.Length; i++) total += x[i] * y[i];
        return total;
    }

    [Differentiable]
    [At(1.5, new double[] { 1, -2, 0.5, 3, 0.25, 1.5, -1, 2, 0.75, 1.25, -0.5 }, new double[] { 2, 1, -1, 0.5, 3, 1, 0.25, -2, 1, 4, 0.5 })]
    public static void Axpy(double a, ReadOnlySpan<double> x, Span<double> y)
    {
        int i = 0;
        for (; i <= x.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var v = a * new Vector<double>(x.Slice(i)) + new Vector<double>(y.Slice(i));
            v.CopyTo(y.Slice(i));
        }
        for (; i < x.Length; i++) y[i] = a * x[i] + y[i];
    }

    [Differentiable]
    [At(new double[] { 1, -2, 0.5, 3, 0.25, 1.5, -1, 2, 0.75, 1.25, -0.5 }, 0.7)]
    public static double SmoothNorm(double[] x, double eps)
    {
        int width = Vector<double>.Count, i = 0;
        Vector<double> sum = default, e = new(eps * eps);
        while (i + width <= x.Length)
        {
            var v = new Vector<double>(x, i);
            var root = Vector.SquareRoot(v * v + e);
            sum = sum + root / 2 - Vector.Abs(v) * eps;
            i += width;
        }
        double total = Vector.Sum(sum);
        for (; i < x.Length; i++) total += Math.Sqrt(x[i] * x[i] + eps * eps) / 2 - Math.Abs(x[i]) * eps;
        return total;
    }

    [Differentiable]
    [At(new double[] { 1, -2, 0.5, 3, 0.25, 1.5, -1, 2 }, new double[] { 2, 1, -1, 0.5, 3, 1, 0.25, -2 })]
    public static double Extremes(double[] x, double[] y)
    {
        var a = new Vector<double>(x);
        var b = new Vector<double>(y, 1);
        var most = Vector.Max(a, b * b);
        var least = Vector.Min(a, Vector<double>.One);
        var positive = Vector.GreaterThan(a, Vector<double>.Zero);
        var chosen = Vector.ConditionalSelect(positive, most / b, -least * 3);
        return Vector.Dot(chosen, least) + chosen[0] * most[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 3, 0.25, 1.5, 1, 2 }, new double[] { 2, 1, -1, 0.5, 3, 1, 0.25, -2 })]
    public static double Recurrence(double[] x, double[] y)
    {
        Vector<double> v = new(x), w = new(y);
        for (int k = 0; k < 4; k++)
        {
            v = Vector.FusedMultiplyAdd(v, w, Vector<double>.One) / (v + new Vector<double>(2.0));
            if (Vector.GreaterThanAny(v, new Vector<double>(1.5))) w -= v * 0.25;
            else w = Vector.Exp(-w);
        }
        return Vector.Sum(Square(v) + w);
    }

    private static Vector<double> Square(Vector<double> v) => v * v;
}
