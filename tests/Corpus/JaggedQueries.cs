using System;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Queries over arrays of arrays, and such that make them.</summary>
public static partial class JaggedQueries
{
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 })]
    public static double DeepCopy([Shape(2, 3)] double[][] rows)
    {
        double[][] copy = rows.Select(r => r.ToArray()).ToArray();
        copy[0][0] *= 2;
        rows[0][1] *= 3;
        return copy.Sum(r => r.Sum(v => v * v)) * rows[0][0] + rows[0][1] * copy[0][1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 })]
    public static double Mapped([Shape(2, 3)] double[][] rows)
    {
        double[][] twice = rows.Select(r => r.Select(v => v * 2).ToArray()).ToArray();
        twice[0][0] *= twice[1][2];
        double s = 0;
        foreach (double[] row in twice)
            foreach (double v in row) s = s * 0.5 + v * v;
        return s;
    }

    [Differentiable]
    [At(2.0, 4)]
    [Allocates("arrays of this kind are not pooled")]
    public static double Table(double x, int n)
    {
        double[][] powers = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, i + 1).Select(j => Math.Pow(x, j)).ToArray()).ToArray();
        double[][] pairs = Enumerable.Range(0, n).Select(i => new double[] { x * i, x * x }).ToArray();
        double s = 0;
        for (int i = 0; i < n; i++) s += powers[i].Sum() * powers[i][^1] + pairs[i][0] * pairs[i][1];
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double Overwritten(double[] x)
    {
        double[][] y = Enumerable.Range(0, 3).Select(i => x.Select(v => v * (i + 1)).ToArray()).ToArray();
        double s = 1;
        for (int k = 0; k < 3; k++)
        {
            s += y[k][0] * y[0][k] * s;
            y[k][0] = s;
        }
        return s + y.Sum(r => r.Sum(v => v * v));
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 })]
    public static double OfTheSameShape([Shape(2, 3)] double[][] rows)
    {
        double[][] y = rows.Select(r => new double[r.Length]).ToArray();
        for (int i = 0; i < y.Length; i++)
            for (int j = 0; j < y[i].Length; j++) y[i][j] = rows[i][j] * rows[0][0];
        return y.Sum(r => r.Sum());
    }

    // One array, three times.
    [Differentiable]
    [At(new double[] { 1, 2, 3 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double Repeated(double[] x)
    {
        double[][] y = Enumerable.Repeat(x.Select(v => v * v).ToArray(), 3).ToArray();
        double s = y[0][0] * y[1][1];
        y[0][0] *= s;
        s += y[1][0] * y[2][0];
        y[2][1] = s * y[0][0];
        return s * y[1][1] + y[0][0];
    }
}
