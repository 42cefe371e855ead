using System;
using System.Runtime.Intrinsics;
using AutoDiff;

namespace Corpus;

/// <summary>SIMD vectors of a fixed width, of doubles and of floats.</summary>
[VectorCode]
public static partial class SimdWidths
{
    [Differentiable]
    [At(1.5, -0.5, new double[] { 1, -2, 0.5, 3 })]
    public static double Pairs(double a, double b, double[] x)
    {
        Vector128<double> p = Vector128.Create(a, b), q = Vector128.Create(x, 1);
        p = p * q + Vector128.Create(2.0) / (q * q);
        return Vector128.Sum(p) * p[1] + Vector128.Dot(p, q) - p.ToScalar();
    }

    [Differentiable]
    [At(new float[] { 1, -2, 0.5f, 3, 0.25f, 1.5f, -1, 2, 0.75f, 1.25f }, 0.5f)]
    public static float Huber(float[] residuals, float delta)
    {
        Vector256<float> sum = Vector256<float>.Zero, limit = Vector256.Create(delta);
        int i = 0;
        for (; i <= residuals.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            Vector256<float> r = Vector256.LoadUnsafe(ref residuals[i]), size = Vector256.Abs(r);
            var inside = Vector256.LessThan(size, limit);
            sum += Vector256.ConditionalSelect(inside, r * r * 0.5f, limit * (size - limit * 0.5f));
        }
        float total = Vector256.Sum(sum);
        for (; i < residuals.Length; i++)
        {
            float size = Math.Abs(residuals[i]);
            total += size < delta ? residuals[i] * residuals[i] * 0.5f : delta * (size - delta * 0.5f);
        }
        return total;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 3, 0.25, 1.5, 1, 2, 4 }, 0.5)]
    public static void Scaled(Span<double> x, double k)
    {
        var v = Vector512.Create<double>(x) * k;
        v = Vector512.Sqrt(v) - Vector512.Multiply(v, 2.0);
        v.CopyTo(x[1..]);
        x[0] = x[1] * x[8];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 3, 0.25, 1.5, 1, 2 })]
    public static double Shifted(double[] x)
    {
        double[] y = new double[x.Length + 1];
        for (int i = 0; i + Vector256<double>.Count <= x.Length; i += 2)
        {
            Vector256<double> v = Vector256.LoadUnsafe(ref x[i]);
            (v * Vector256.LoadUnsafe(ref y[i]) + v).StoreUnsafe(ref y[i + 1]);
        }
        double sum = 0;
        foreach (double each in y) sum += each * each;
        return sum;
    }

    [Differentiable]
    [At(0.5, 3.0, 2)]
    [At(0.5, 3.0, 1)]
    public static double Chosen(double x, double y, int n)
    {
        var v = n > 1 ? Vector128.Create(x, y) : Vector128.Create(x * y);
        v = Vector128.WithElement(v, 1, v[1] * x);
        Vector128<double> w = n switch { 1 => -v, _ => v + Vector128<double>.One };
        for (int i = 0; i < n; i++) v = Vector128.MultiplyAddEstimate(v, w, Vector128.Sin(v));
        return Length(v);
    }

    private static double Length(Vector128<double> v)
    {
        double square = Vector128.Dot(v, v);
        return Math.Sqrt(square);
    }

    [Differentiable]
    [At(new double[] { 0, 2, 0, 3 }, new double[] { -1, 0, 0, 3 }, Kink = true)]
    public static double StrongZeros(double[] x, double[] y)
    {
        Vector256<double> v = Vector256.Create(x), w = Vector256.Create(y);
        var defined = Vector256.GreaterThan(w, Vector256<double>.Zero);
        var ratio = Vector256.ConditionalSelect(defined, Vector256.Sqrt(v) * v / w, Vector256<double>.Zero);
        return Vector256.Sum(ratio + Vector256.Abs(v) + Vector256.Max(v, w));
    }
}
