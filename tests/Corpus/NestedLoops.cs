using System;
using AutoDiff;

namespace Corpus;

/// <summary>Loops in loops, with bounds and indices that change as they run.</summary>
public static partial class NestedLoops
{
    // Hard program 14 (Slang #13000).
    [Differentiable]
    [At(1.1, new double[] { 1, 2, 3, 4 }, new int[] { 3, 1, 4 }, Value = 14.607681, Gradient = new double[] { 41.65806 })]
    public static double InnerIndexMutated(double x, [NoGradient] double[] a, int[] m)
    {
        double s = 0;
        for (int i = 0; i < m.Length; i++)
        {
            for (int j = 0; j < m[i]; j++)
            {
                s = s * x + a[j] * x;
                if (j % 2 == 1) j++;
            }
        }

        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.25)]
    public static double Triangular(double[] a, double w)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j <= i; j++) s += a[i] * a[j] * Math.Exp(-w * (i - j));
        }

        return s;
    }

    [Differentiable]
    [At(new double[] { 0, 0.5, 1, 3, 2, 1, 2, 2, 0.5 }, 3, 0.7)]
    public static double PairEnergies(double[] positions, int bodies, double softening)
    {
        double energy = 0;
        for (int i = 0; i < bodies; i++)
        {
            for (int j = i + 1; j < bodies; j++)
            {
                double square = softening * softening;
                for (int k = 0; k < 3; k++)
                {
                    double d = positions[3 * i + k] - positions[3 * j + k];
                    square += d * d;
                }

                energy -= 1 / Math.Sqrt(square);
            }
        }

        return energy;
    }

    [Differentiable]
    [At(0.9)]
    public static double BoundShrinksInside(double x)
    {
        int n = 9;
        double s = x;
        for (int i = 0; i < n; i++)
        {
            s += Math.Sin(s * i);
            if (s > 1) n--;
        }

        return s * n;
    }

    [Differentiable]
    [At(0.6, new double[] { 1, -2, 3, -4, 5, -6 })]
    public static double ThreeDeepWithEverything(double x, double[] a)
    {
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            int j = 0;
            while (j < a.Length)
            {
                if (a[j] < 0)
                {
                    j++;
                    continue;
                }

                double t = x;
                for (int k = 0; k <= i; k++)
                {
                    t *= a[j] * 0.3;
                    if (t > 3) break;
                    t += x;
                }

                s += t;
                j += 1 + i % 2;
            }
        }

        return s;
    }

    [Differentiable]
    [At(0.2, 3)]
    public static double LoopVariableReused(double x, int n)
    {
        double s = 1;
        int i;
        for (i = 0; i < n; i++) s += x * i;
        for (; i > 0; i--) s *= 1 + x * i;
        return s * (i + 1);
    }

    // A matrix power chain: the work vector is written in the inner loop, the state in the outer.
    [Differentiable]
    [At(new double[] { 0.5, 0.25, 0.125, 0.75 }, new double[] { 1, 2 }, 4)]
    public static double RepeatedProduct(double[] m, double[] v0, int times)
    {
        int n = v0.Length;
        double[] v = new double[n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) v[i] = v0[i];
        for (int t = 0; t < times; t++)
        {
            for (int i = 0; i < n; i++)
            {
                double sum = 0;
                for (int j = 0; j < n; j++) sum += m[i * n + j] * v[j];
                w[i] = Math.Tanh(sum);
            }

            for (int i = 0; i < n; i++) v[i] = w[i];
        }

        return v[0] * v[1];
    }

    private static void Sift(double[] a, int i, int n)
    {
        while (i < n)
        {
            a[i] *= a[i + 1];
            i = 2 * i + 1;
        }
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 1.5, 1.1, 0.7, 2, 2.9, 1 })]
    public static double SiftedUntilLarge(double[] a)
    {
        for (int i = 0; i < 3; i++) Sift(a, i, 5);
        for (int i = 0; i < 8; i++) if (a[i] >= 3) return a[i];
        return a[0];
    }
}
