using System;
using AutoDiff;

namespace Corpus;

/// <summary>Methods without a result: what they compute is the state in which they leave their arrays.</summary>
public static partial class InPlace
{
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, new double[] { 4, 5, 6 }, 0.5)]
    public static void AddScaled(double[] y, double[] x, double a)
    {
        for (int i = 0; i < y.Length; i++) y[i] += a * x[i];
    }

    [Differentiable]
    [At(new double[] { 1.5, -0.5, 0.25 })]
    public static void Softmax(Span<double> x)
    {
        double max = x[0], sum = 0;
        for (int i = 1; i < x.Length; i++) max = Math.Max(max, x[i]);
        for (int i = 0; i < x.Length; i++) sum += x[i] = Math.Exp(x[i] - max);
        for (int i = 0; i < x.Length; i++) x[i] /= sum;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, new double[] { 0, 0, 0, 0 })]
    public static void Convolve(double[] input, double[] output)
    {
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = 0;
            for (int j = 0; j <= i; j++) output[i] += input[j] * input[i - j];
        }
    }

    // The old content of the output matters: nothing is cleared.
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, new double[] { 0.5, 0.25, 2 }, 2)]
    public static void Accumulate(double[] input, double[] output, int times)
    {
        for (int k = 0; k < times; k++)
        {
            for (int i = 0; i < output.Length; i++) output[i] = output[i] * output[i] + input[i];
        }
    }

    [Differentiable]
    [At(new double[] { 3, 5 })]
    public static void Exchange(double[] pair)
    {
        double t = pair[0];
        pair[0] = pair[1];
        pair[1] = t * t;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static void OverwrittenBySomethingElse(Span<double> state, double x)
    {
        for (int i = 0; i < state.Length; i++) state[i] = Math.Sin(x * (i + 1));
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2.5 }, 0.1, true)]
    [At(new double[] { 0.5, 1.5, 2.5 }, 0.1, false)]
    public static void WrittenInOneBranch(double[] state, double rate, bool active)
    {
        if (!active) return;
        for (int i = 0; i < state.Length; i++)
        {
            if (state[i] < 1) continue;
            state[i] -= rate * state[i] * state[i];
        }
    }

    // Two Verlet steps: two in-out arrays that depend on each other.
    [Differentiable]
    [At(new double[] { 1, 0.5 }, new double[] { 0, -0.5 }, 0.1, 2)]
    public static void Verlet(double[] position, double[] velocity, double dt, int steps)
    {
        for (int s = 0; s < steps; s++)
        {
            for (int i = 0; i < position.Length; i++)
            {
                velocity[i] -= 0.5 * dt * Math.Sin(position[i]);
                position[i] += dt * velocity[i];
                velocity[i] -= 0.5 * dt * Math.Sin(position[i]);
            }
        }
    }

    // A result and an in-out array at once.
    [Differentiable]
    [At(new double[] { 3, 4 })]
    public static double Normalise(double[] v)
    {
        double norm = 0;
        foreach (double x in v) norm += x * x;
        norm = Math.Sqrt(norm);
        for (int i = 0; i < v.Length; i++) v[i] /= norm;
        return norm;
    }

    [Differentiable]
    [At(new float[] { 1, 2, 3 }, 0.5f)]
    public static void ScaleSingle(Span<float> x, float a)
    {
        for (int i = 0; i < x.Length; i++) x[i] = a * x[i] + x[i] * x[i];
    }
}
