using System;
using System.Numerics.Tensors;
using AutoDiff;

namespace Corpus;

/// <summary>Methods of <c>TensorPrimitives</c>: element by element, and reductions; in place, in loops, in branches, with overwritten operands.</summary>
[VectorCode]
public static partial class Tensors
{
    [Differentiable]
    [At(new double[] { 0.5, -1, 2 }, new double[] { 1.5, 2, -0.5 })]
    public static double Arithmetic(double[] x, double[] y)
    {
        var sum = new double[x.Length];
        var product = new double[x.Length];
        TensorPrimitives.Add(x, y, sum);
        TensorPrimitives.Multiply(sum, x, product);
        TensorPrimitives.Subtract(product, y, product);
        TensorPrimitives.Divide(product, y, sum);
        return TensorPrimitives.Dot(sum, x) + TensorPrimitives.Sum(product);
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2 }, 1.5, 0.3)]
    public static double WithNumbers(double[] x, double k, double c)
    {
        var t = new double[x.Length];
        TensorPrimitives.Add(x, k * c, t);
        TensorPrimitives.Multiply(t, k, t);
        TensorPrimitives.Subtract(c, t, t);
        TensorPrimitives.Divide(k, t, t);
        TensorPrimitives.Subtract(t, c, t);
        TensorPrimitives.Divide(t, k + 1, t);
        TensorPrimitives.Pow(t, 3, t);
        return TensorPrimitives.SumOfSquares(t) * TensorPrimitives.Sum(x);
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2 }, new double[] { 1.5, 2, -0.5 }, new double[] { 0.25, -0.75, 1.25 }, 0.4)]
    public static double Fused(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, double k)
    {
        Span<double> t = new double[x.Length];
        TensorPrimitives.MultiplyAdd(x, y, z, t);
        TensorPrimitives.FusedMultiplyAdd(t, k, x, t);
        TensorPrimitives.AddMultiply(t, y, z, t);
        TensorPrimitives.MultiplyAdd(t, x, k, t);
        TensorPrimitives.AddMultiply(t, t, k, t);
        TensorPrimitives.Lerp(t, z, k, t);
        return TensorPrimitives.Sum(t);
    }

    [Differentiable]
    [At(new double[] { 0.5, -0.3, 0.9 })]
    public static double Functions(double[] x)
    {
        var t = new double[x.Length];
        var s = new double[x.Length];
        TensorPrimitives.Exp(x, t);
        TensorPrimitives.Log(t, s);
        TensorPrimitives.Sin(t, t);
        TensorPrimitives.Add(s, t, s);
        TensorPrimitives.Tanh(s, t);
        TensorPrimitives.Atan(t, s);
        TensorPrimitives.Sigmoid(s, s);
        TensorPrimitives.Sqrt(s, t);
        TensorPrimitives.Cbrt(t, t);
        TensorPrimitives.Negate(t, t);
        TensorPrimitives.Cosh(t, s);
        TensorPrimitives.ReciprocalSqrt(s, s);
        TensorPrimitives.Exp2(s, t);
        TensorPrimitives.LogP1(t, t);
        TensorPrimitives.ExpM1(t, s);
        TensorPrimitives.Reciprocal(s, s);
        TensorPrimitives.Increment(s, s);
        TensorPrimitives.Atan2(s, x, t);
        TensorPrimitives.Hypot(t, x, t);
        return TensorPrimitives.Dot(s, t);
    }

    [Differentiable]
    [At(new double[] { 0.5, -1.3, 2.9 }, new double[] { 1.5, 2, -0.5 })]
    public static double Kinked(double[] x, double[] y)
    {
        var t = new double[x.Length];
        TensorPrimitives.Abs(x, t);
        TensorPrimitives.Max(t, y, t);
        TensorPrimitives.Min(t, 1.75, t);
        double s = TensorPrimitives.Dot(t, x);
        TensorPrimitives.Clamp(y, -0.25, 1.9, t);
        TensorPrimitives.Multiply(t, x, t);
        TensorPrimitives.Floor(x, x);
        TensorPrimitives.Remainder(t, y, t);
        TensorPrimitives.MaxNumber(t, -2, t);
        TensorPrimitives.MinMagnitude(t, y, t);
        TensorPrimitives.CopySign(t, y, t);
        TensorPrimitives.Decrement(t, t);
        return s + TensorPrimitives.Sum(t) + TensorPrimitives.Dot(x, y);
    }

    [Differentiable]
    [At(new double[] { 0.5, -1.3, 2.9 }, new double[] { 1.5, 2, -0.5 })]
    public static double Reduced(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double s = TensorPrimitives.Norm(x) * TensorPrimitives.SumOfMagnitudes(y) + TensorPrimitives.Distance(x, y);
        s += TensorPrimitives.Product(x) * TensorPrimitives.Average(y) / TensorPrimitives.StdDev(x);
        return s * TensorPrimitives.CosineSimilarity(x, y) + TensorPrimitives.Max(x) * TensorPrimitives.MinMagnitude(y) + TensorPrimitives.Dot(x, x);
    }

    [Differentiable]
    [At(new double[] { 0.5, -1.3, 2.9 }, new double[] { 1.5, 2, -0.5 })]
    public static double Classified(double[] logits, double[] weights)
    {
        var p = new double[logits.Length];
        TensorPrimitives.Multiply(logits, weights, logits);
        TensorPrimitives.SoftMax(logits, logits);
        TensorPrimitives.SoftMax(weights, p);
        int best = TensorPrimitives.IndexOfMax(p);
        TensorPrimitives.Log(p, p);
        return -TensorPrimitives.Dot(logits, p) * logits[best];
    }

    [Differentiable]
    [At(new double[] { 0.5, -1.3, 0.9, 0.1 }, 0.7, 4)]
    [At(new double[] { 0.5, -1.3, 0.9, 0.1 }, 0.7, 0)]
    public static double Repeated(double[] x, double w, int n)
    {
        var h = new double[x.Length];
        double energy = 0;
        for (int step = 0; step < n; step++)
        {
            TensorPrimitives.MultiplyAdd(h, w, x, h);
            TensorPrimitives.Tanh(h, h);
            if (step % 2 == 0) TensorPrimitives.Exp(h, h);
            else TensorPrimitives.Multiply(h, h, h);
            energy += TensorPrimitives.Norm(h) * w;
        }
        return energy + h[0];
    }

    [Differentiable]
    [At(new double[] { 0.5, -1.3, 0.9, 0.1 }, new double[] { 1, 2, 0.5, -1 })]
    public static void InPlace(Span<double> x, Span<double> y)
    {
        TensorPrimitives.Divide(x, y, y);
        TensorPrimitives.Multiply(x, x, x);
        TensorPrimitives.Exp(y, x);
        TensorPrimitives.Subtract(x, y, y);
    }

    [Differentiable]
    [At(new double[] { 0.5, -1.3, 0.9, 0.1, 2 }, 0.5)]
    public static double Parts(double[] x, double k)
    {
        Span<double> tail = x.AsSpan(1, 3);
        TensorPrimitives.Multiply(tail, tail, tail);
        TensorPrimitives.Add(x.AsSpan(0, 2), tail[1..], x.AsSpan(0, 2));
        TensorPrimitives.Multiply(x[1..3], k, x);
        return TensorPrimitives.SumOfSquares(x) + TensorPrimitives.Dot(tail, x.AsSpan()[..3]) * tail[0];
    }

    [Differentiable]
    [At(new double[] { 0, 3, 2 })]
    [At(new double[] { 1.5, 2 })]
    public static double Products(double[] x)
    {
        double p = TensorPrimitives.Product(x);
        TensorPrimitives.Add(x, 1, x);
        return p * 2 + TensorPrimitives.Product(x) * TensorPrimitives.Product(x.AsSpan(1)) + TensorPrimitives.Sum(x.AsSpan(1));
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, new double[] { 1, 2, 3 }, Throws = typeof(ArgumentException))]
    [At(new double[] { 1, 2 }, new double[] { 1, 3 })]
    public static double Mismatched(double[] x, double[] y)
    {
        TensorPrimitives.Multiply(x, y, y);
        return TensorPrimitives.Sum(y);
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, new double[] { 1, 3, 0.5 }, 2.0)]
    public static double[] Result(double[] x, [NoGradient] double[] w, double k)
    {
        var y = new double[x.Length];
        TensorPrimitives.Multiply(w, k, y);
        TensorPrimitives.Multiply(x, y, y);
        TensorPrimitives.Pow(2, y, y);
        return y;
    }

    [Differentiable]
    [At(new double[] { }, 2)]
    [At(new double[] { 1.5 }, 2)]
    public static double OfFew(double[] x, double k)
    {
        var t = new double[x.Length + 1];
        TensorPrimitives.Multiply(x, k, t);
        TensorPrimitives.Exp(t.AsSpan(0, x.Length), t);
        return TensorPrimitives.Sum(t) * k + TensorPrimitives.SumOfSquares(x) + TensorPrimitives.SumOfMagnitudes(x);
    }

    [Differentiable]
    [At(new double[] { 3, 1, 3 }, Kink = true)]
    public static double Tied(double[] x)
    {
        var t = new double[3];
        TensorPrimitives.Max(x, 3, t);
        return TensorPrimitives.Sum(t) + TensorPrimitives.Norm(t) * TensorPrimitives.SumOfMagnitudes(x);
    }
}
