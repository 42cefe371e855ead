using System;
using AutoDiff;

namespace Corpus;

/// <summary>Programs in <c>float</c>.</summary>
public static partial class SinglePrecision
{
    [Differentiable]
    [At(1.5f, new float[] { 1, 2, 3 })]
    public static float Horner(float x, float[] c)
    {
        float acc = 0;
        for (int i = c.Length - 1; i >= 0; i--) acc = acc * x + c[i];
        return acc;
    }

    [Differentiable]
    [At(new float[] { 0.1f, -0.2f, 0.3f }, new float[] { 1, 2, 3 }, 0.5f)]
    public static float Neuron(ReadOnlySpan<float> weights, ReadOnlySpan<float> x, float bias)
    {
        float z = bias;
        for (int i = 0; i < weights.Length; i++) z += weights[i] * x[i];
        return 1f / (1f + MathF.Exp(-z));
    }

    [Differentiable]
    [At(2f)]
    public static float BabylonianRoot(float a)
    {
        float x = a;
        for (int i = 0; i < 6; i++) x = 0.5f * (x + a / x);
        return x;
    }

    [Differentiable]
    [At(0.9f)]
    public static float UntilSmall(float x)
    {
        float r = x;
        while (r > 0.3f) r *= 0.5f * x;
        return r * 2;
    }

    [Differentiable]
    [At(new float[] { 1, 2, 3, 4 }, 2)]
    public static float PoolAndSquare(float[] x, int window)
    {
        float[] pooled = new float[x.Length / window];
        for (int i = 0; i < pooled.Length; i++)
        {
            float max = float.NegativeInfinity;
            for (int j = 0; j < window; j++) max = MathF.Max(max, x[i * window + j]);
            pooled[i] = max;
        }

        float s = 0f;
        foreach (float v in pooled) s += v * v;
        return s;
    }

    // Sums in double, as careful code does.
    [Differentiable]
    [At(new float[] { 0.5f, 1.25f, -2 })]
    public static float SumInDouble(float[] x)
    {
        double sum = 0;
        foreach (float v in x) sum += (double)v * v;
        return (float)Math.Sqrt(sum);
    }

    [Differentiable]
    [At(0.75f, 3)]
    public static float Mixed(float x, int n)
    {
        Span<float> w = stackalloc float[4];
        const float half = 0.5f;
        for (int i = 0; i < w.Length; i++) w[i] = x * i / n + half;
        x++;
        return w[1] * w[3] + x * w[2] % 2;
    }

    [Differentiable]
    [At(0.75, new float[] { 1, 2 })]
    public static double FloatArrayInDouble(double x, float[] a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++) s += a[i] * x;
        a[0] = (float)s;
        return s * a[0];
    }
}
