using System;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays that are read where they were just written: recurrent networks, stencils, prefix sums.</summary>
public static partial class Recurrences
{
    // Hard program 3 (tangent, rnn; clad #842).
    [Differentiable]
    [At(0.7, 0.4, 3, Value = 3.94854617587374, Gradient = new double[] { 3.7070264262881, 8.84436269981955 })]
    public static double SimpleNetwork(double w, double h0, int steps)
    {
        double[] h = new double[steps + 1];
        h[0] = h0;
        for (int t = 0; t < steps; t++) h[t + 1] = Math.Tanh(w * h[t]) + h[t];
        double s = 0;
        foreach (double v in h) s += v;
        return s;
    }

    [Differentiable]
    [At(
        new double[] { 0.1, -0.2, 0.3, 0.4 },
        new double[] { 0.5, -0.6, 0.7, 0.8 },
        new double[] { 1, -1 },
        new double[] { 0.2, 0.4, -0.1, 0.6, 0.3, -0.5 })]
    public static double ElmanNetwork(double[] recurrent, double[] input, double[] output, [NoGradient] double[] sequence)
    {
        const int n = 2;
        double[] h = new double[n];
        double[] next = new double[n];
        double loss = 0;
        for (int t = 0; t + 1 < sequence.Length; t += n)
        {
            for (int i = 0; i < n; i++)
            {
                double z = 0;
                for (int j = 0; j < n; j++) z += recurrent[i * n + j] * h[j] + input[i * n + j] * sequence[t + j];
                next[i] = Math.Tanh(z);
            }

            Array.Copy(next, h, n);
            double y = output[0] * h[0] + output[1] * h[1];
            loss += (y - sequence[t]) * (y - sequence[t]);
        }

        return loss;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 })]
    public static double PrefixSumInPlace(double[] a)
    {
        for (int i = 1; i < a.Length; i++) a[i] += a[i - 1];
        double s = 0;
        for (int i = 0; i < a.Length; i++) s += a[i] * a[i] / (i + 1);
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 }, 2)]
    public static double GaussSeidelSweeps(double[] u, int sweeps)
    {
        for (int k = 0; k < sweeps; k++)
        {
            for (int i = 1; i < u.Length - 1; i++) u[i] = 0.5 * (u[i - 1] + u[i + 1]);
        }

        double s = 0;
        for (int i = 0; i < u.Length; i++) s += u[i] * u[i] * u[i];
        return s;
    }

    [Differentiable]
    [At(0.3, 0.8, 10)]
    public static double TwoTermRecurrence(double x, double seed, int n)
    {
        double[] p = new double[n + 1];
        p[0] = 1;
        p[1] = x * seed;
        for (int k = 1; k < n; k++) p[k + 1] = ((2 * k + 1) * x * p[k] - k * p[k - 1]) / (k + 1);
        return p[n] + p[n / 2];
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 1, 0.25 })]
    public static double RunningProductsBackwards(double[] a)
    {
        for (int i = a.Length - 2; i >= 0; i--) a[i] *= a[i + 1];
        return a[0] + a[1] * a[2];
    }

    // Each pass reads what the pass before wrote into the same array.
    [Differentiable]
    [At(new double[] { 1, 4, 9, 16, 25 })]
    public static double DifferenceTable(double[] y)
    {
        for (int order = 1; order < y.Length; order++)
        {
            for (int i = y.Length - 1; i >= order; i--) y[i] = (y[i] - y[i - 1]) / order;
        }

        double value = y[^1];
        for (int i = y.Length - 2; i >= 0; i--) value = value * (0.5 - i) + y[i];
        return value * value;
    }
}
