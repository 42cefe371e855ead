using System;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays with two indices.</summary>
public static partial class Matrices
{
    [Differentiable]
    [At(new double[] { 4, 1, .5, 1, 3, .2 }, new double[] { 1, 2 })]
    public static double Quadratic([Shape(2, 3)] double[,] a, double[] x)
    {
        double sum = 0;
        for (int i = 0; i < a.GetLength(0); i++)
            for (int j = 0; j < a.GetLength(1); j++) sum += x[i] * a[i, j] * a[i, j];
        return sum;
    }

    [Differentiable]
    [At(new double[] { 4, 1, .5, 1, 3, .2, .5, .2, 2 })]
    public static double LogDeterminant([Shape(3, 3)] double[,] a)
    {
        int n = a.GetLength(0);
        var l = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double s = a[i, j];
                for (int k = 0; k < j; k++) s -= l[i, k] * l[j, k];
                l[i, j] = i == j ? Math.Sqrt(s) : s / l[j, j];
            }
        }

        double sum = 0;
        for (int i = 0; i < n; i++) sum += Math.Log(l[i, i]);
        return 2 * sum;
    }

    [Differentiable]
    [At(new double[] { 4, 1, .5, 1, 3, .2, .5, .2, 2 })]
    public static void EliminateInPlace([Shape(3, 3)] double[,] a)
    {
        int n = a.GetLength(0);
        for (int k = 0; k < n; k++)
        {
            for (int i = k + 1; i < n; i++)
            {
                a[i, k] /= a[k, k];
                for (int j = k + 1; j < n; j++) a[i, j] -= a[i, k] * a[k, j];
            }
        }
    }

    [Differentiable]
    [At(new double[] { 4, 1, .5, 1, 3, .2 }, 0.7)]
    public static double CloneAndForeach([Shape(2, 3)] double[,] a, double x)
    {
        var b = (double[,])a.Clone();
        b[0, 0] *= x;
        double[,] c = { { x, 2 }, { a[1, 1], x * x } };
        double sum = c[0, 0] * c[1, 1] * c[1, 0];
        foreach (double v in b) sum += v * v;
        return sum + b.Length * x;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, new double[] { 0.5, -1, 2, 0.3 })]
    public static double TraceOfProduct([Shape(2, 2)] double[,] a, [Shape(2, 2)] double[,] b)
    {
        double[,] c = Multiply(a, b);
        c = Multiply(c, a);
        return c[0, 0] + c[1, 1];
    }

    private static double[,] Multiply(double[,] a, double[,] b)
    {
        var c = new double[a.GetLength(0), b.GetLength(1)];
        for (int i = 0; i < a.GetLength(0); i++)
            for (int j = 0; j < b.GetLength(1); j++)
                for (int k = 0; k < b.GetLength(0); k++) c[i, j] += a[i, k] * b[k, j];
        return c;
    }

    [Differentiable]
    [At(0.1, 8)]
    [Allocates("arrays of this kind are not pooled")]
    public static double HeatStencil(double x, int steps)
    {
        var u = new double[steps + 1, 5];
        for (int j = 0; j < 5; j++) u[0, j] = x * j * (4 - j);
        for (int t = 0; t < steps; t++)
            for (int j = 1; j < 4; j++) u[t + 1, j] = u[t, j] + 0.2 * (u[t, j - 1] - 2 * u[t, j] + u[t, j + 1]) * x;
        return u[steps, 2];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0)]
    public static double SideEffectInAnIndex([Shape(2, 2)] double[,] a, int i)
    {
        a[i++, i] *= a[0, 0];
        a[i--, i] += a[i, 1];
        return a[0, 1] * a[1, 0] * a[1, 1];
    }
}
