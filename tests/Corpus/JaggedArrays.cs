using System;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays of arrays.</summary>
public static partial class JaggedArrays
{
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5, 6 }, 0.7)]
    public static double Rows([Shape(2, 1, 3)] double[][] a, double x)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double[] row = a[i];
            for (int j = 0; j < row.Length; j++) sum = sum * x + row[j] * a[i][j];
        }

        return sum;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5, 6 }, 0.7)]
    public static double InPlace([Shape(2, 1, 3)] double[][] a, double x)
    {
        foreach (double[] row in a)
            for (int j = 1; j < row.Length; j++) row[j] *= row[j - 1] * x;
        a[1][0] += a[2][2];
        return a[0][1] * a[1][0];
    }

    [Differentiable]
    [At(0.9, 4)]
    [At(0.9, 0)]
    [Allocates("arrays of this kind are not pooled")]
    public static double Triangle(double x, int n)
    {
        var a = new double[n][];
        for (int i = 0; i < n; i++)
        {
            a[i] = new double[i + 1];
            a[i][0] = a[i][i] = x;
            for (int j = 1; j < i; j++) a[i][j] = a[i - 1][j - 1] + a[i - 1][j] * x;
        }

        double sum = 0;
        for (int i = 0; i < n; i++)
            foreach (double v in a[i]) sum += v * v;
        return sum;
    }

    [Differentiable]
    [At(0.9, 3)]
    [Allocates("arrays of this kind are not pooled")]
    public static double RowsMadeFirst(double x, int n)
    {
        double[][] a = [[x, 2], [3, x * x, 4]];
        var b = new double[n][];
        for (int i = 0; i < n; i++)
        {
            var row = new double[2];
            row[0] = x * i;
            row[1] = a[1][1] * i;
            b[i] = row;
            row[0] += x;
        }

        double sum = 0;
        foreach (double[] r in b) sum += r[0] * r[1] * a[0][0];
        return sum;
    }

    [Differentiable]
    [At(new double[] { 0.1, 0.2, 0.3, -0.4, 0.5, 0.6 }, new double[] { 1, -0.5 })]
    public static double Layer([Shape(2, 2, 2)] double[][] weights, double[] input)
    {
        double[] state = (double[])input.Clone();
        for (int layer = 0; layer < 2; layer++)
        {
            var next = new double[2];
            for (int i = 0; i < 2; i++) next[i] = Math.Tanh(weights[layer][i] * state[0] + weights[2][i] * state[1]);
            state = next;
        }

        return state[0] * state[1];
    }

    // The generated code did not compile: the check that the adjoints of both share memory as they do themselves.
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 }, new double[] { 0.5, 0.25, 2, 1.5 })]
    public static double TwoOfThem([Shape(2, 3)] double[][] a, [Shape(2, 2)] double[][] b)
    {
        a[0][1] *= b[1][0];
        b[0][0] += a[0][1] * a[1][2];
        return a[0][0] * b[0][0] + a[0][1] * b[1][1];
    }

    // A variable that stands for one row after another: its adjoint is that of the row.
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 })]
    public static double BestRow([Shape(2, 3)] double[][] rows)
    {
        double[] best = rows[0];
        for (int i = 1; i < rows.Length; i++)
        {
            rows[i][0] *= best[1];
            if (rows[i][0] > best[0]) best = rows[i];
            best[0] *= best[1];
        }
        return best[0] * best[1] + rows[1][0] * rows[0][0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double BestRowOfALocal(double[] x)
    {
        double[][] rows = [[x[0], x[1]], [x[2], x[3]], [x[4] * x[0], x[1]]];
        double[] best = rows[0];
        for (int i = 1; i < rows.Length; i++)
        {
            if (rows[i][0] > best[0]) best = rows[i];
            best[1] *= best[0];
        }
        return best[0] * best[1] + rows[1][0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 })]
    public static double RowsInTurn([Shape(2, 3)] double[][] rows)
    {
        double[] a = rows[0], b = rows[1];
        for (int i = 0; i < 4; i++)
        {
            b[0] = a[0] * a[1] * 0.3 + b[1];
            (a, b) = (b, a);
        }
        return a[0] * b[0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 }, 1)]
    [At(new double[] { 1, 2, 3, 4, 5 }, 0)]
    public static double RowOrNew([Shape(2, 3)] double[][] rows, int k)
    {
        double[] row;
        if (k > 0) row = rows[1];
        else row = new double[] { 2, rows[0][0] };
        row[1] *= row[0];
        return row[0] * row[1] + rows[0][1];
    }
}
