using System;
using AutoDiff;

namespace Corpus;

/// <summary>Methods that return arrays with several indices, or arrays of arrays.</summary>
public static partial class MatrixResults
{
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5, 6 }, new double[] { 1, -1, 0.5, 2, 0.25, -3 })]
    [return: Shape(2, 2)]
    public static double[,] Multiply([Shape(2, 3)] double[,] a, [Shape(3, 2)] double[,] b)
    {
        int rows = a.GetLength(0), inner = a.GetLength(1), columns = b.GetLength(1);
        var c = new double[rows, columns];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                for (int k = 0; k < inner; k++) c[i, j] += a[i, k] * b[k, j];
        return c;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5, 6 })]
    [return: Shape(3, 2)]
    public static double[,] Transposed([Shape(2, 3)] double[,] a)
    {
        var t = new double[a.GetLength(1), a.GetLength(0)];
        for (int i = 0; i < a.GetLength(0); i++)
            for (int j = 0; j < a.GetLength(1); j++) t[j, i] = a[i, j] * a[i, j];
        return t;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5, 6 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double OfOtherMethods([Shape(2, 3)] double[,] a, double x)
    {
        double[,] product = Multiply(a, Transposed(a));
        product[0, 1] *= x;
        double s = 0;
        for (int k = 0; k < 2; k++)
        {
            double[,] next = Multiply(product, product);
            s += next[0, 1] * next[1, 1] * 1e-3;
            next[0, 0] = s;
            product = next;
        }

        return s + product[0, 0];
    }

    private static double[][] MatrixCreate(int rows, int cols)
    {
        double[][] result = new double[rows][];
        for (int i = 0; i < rows; ++i) result[i] = new double[cols];
        return result;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5, 6 }, new double[] { 1, -1, 0.5, 2, 0.25, -3 })]
    [return: Shape(2, 2)]
    public static double[][] MatrixProduct([Shape(3, 3)] double[][] matrixA, [Shape(2, 2, 2)] double[][] matrixB)
    {
        int aRows = matrixA.Length, aCols = matrixA[0].Length;
        int bRows = matrixB.Length, bCols = matrixB[0].Length;
        if (aCols != bRows) throw new Exception("Non-conformable matrices in MatrixProduct");
        double[][] result = MatrixCreate(aRows, bCols);
        for (int i = 0; i < aRows; ++i)
            for (int j = 0; j < bCols; ++j)
                for (int k = 0; k < aCols; ++k) result[i][j] += matrixA[i][k] * matrixB[k][j];
        return result;
    }

    [Differentiable]
    [At(new double[] { 1, 2, -1, 4, 0.5, 2, -3, 6, 1 })]
    [return: Shape(3, 3, 3)]
    public static double[][] Inverse([Shape(3, 3, 3)] double[][] matrix)
    {
        int n = matrix.Length;
        double[][] a = MatrixCreate(n, 2 * n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) a[i][j] = matrix[i][j];
            a[i][n + i] = 1;
        }

        for (int k = 0; k < n; k++)
        {
            int p = k;
            for (int i = k + 1; i < n; i++)
                if (Math.Abs(a[i][k]) > Math.Abs(a[p][k])) p = i;
            double[] row = a[p];
            a[p] = a[k];
            a[k] = row;
            double pivot = a[k][k];
            for (int j = 0; j < 2 * n; j++) a[k][j] /= pivot;
            for (int i = 0; i < n; i++)
            {
                if (i == k) continue;
                double f = a[i][k];
                for (int j = 0; j < 2 * n; j++) a[i][j] -= f * a[k][j];
            }
        }

        double[][] inverse = MatrixCreate(n, n);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) inverse[i][j] = a[i][n + j];
        return inverse;
    }

    [Differentiable]
    [At(new double[] { 1, 2, -1, 4, 0.5, 2, -3, 6, 1 }, new double[] { 1, 2, 3 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double OfAnInverse([Shape(3, 3, 3)] double[][] matrix, double[] x)
    {
        double[][] inverse = Inverse(matrix);
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            for (int j = 0; j < x.Length; j++) s += x[i] * inverse[i][j] * x[j];
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, true)]
    [At(new double[] { 1, 2, 3, 4 }, false)]
    [return: Shape(2, 2)]
    public static double[][] RowsOfTheParameter([Shape(2, 2)] double[][] a, bool swap)
    {
        double[][] r = new double[2][];
        r[0] = swap ? a[1] : a[0];
        r[1] = [a[0][1] * a[1][0], 2];
        r[0][0] *= 3;
        return r;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 })]
    [return: Shape(2, 2)]
    public static double[,] ChangedInPlace([Shape(2, 2)] double[,] a)
    {
        a[0, 1] *= a[1, 0];
        return a;
    }

    private static double[,] Minor(double[,] m, int column)
    {
        int n = m.GetLength(0);
        var minor = new double[n - 1, n - 1];
        for (int i = 1; i < n; i++)
            for (int j = 0, k = 0; j < n; j++)
                if (j != column) minor[i - 1, k++] = m[i, j];
        return minor;
    }

    /// <summary>Laplace's expansion by the first row.</summary>
    [Differentiable]
    [At(new double[] { 1, 2, -1, 4, 0.5, 2, -3, 6, 1 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double Laplace([Shape(3, 3)] double[,] m)
    {
        int n = m.GetLength(0);
        if (n == 1) return m[0, 0];
        double sum = 0, sign = 1;
        for (int j = 0; j < n; j++)
        {
            sum += sign * m[0, j] * Laplace(Minor(m, j));
            sign = -sign;
        }

        return sum;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.7)]
    public static void Square([Shape(2, 2)] double[,] m, double k)
    {
        for (int i = 0; i < m.GetLength(0); i++)
            for (int j = 0; j < m.GetLength(1); j++) m[i, j] = m[i, j] * m[1 - i, j] * k;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 })]
    public static double Trace([Shape(2, 2)] double[,] m) => m[0, 0] * m[0, 0] + m[1, 1] * m[0, 1];

    [Differentiable]
    [At(new double[] { 1, 0.2, 0.3, 0.4 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double ChangedByCalls([Shape(2, 2)] double[,] m, double k)
    {
        double s = Trace(m);
        for (int i = 0; i < 2; i++)
        {
            Square(m, k);
            s += Trace(m) * k;
            m[0, 1] += s;
        }

        var local = new double[2, 2];
        local[0, 0] = s;
        local[1, 0] = k;
        Square(local, s);
        return s + Trace(local) * Trace(m);
    }

    /// <summary>Powers by squaring, through a method that calls itself.</summary>
    [Differentiable]
    [At(new double[] { 1, 0.2, 0.3, 0.4 }, 5)]
    [return: Shape(2, 2)]
    public static double[,] Power([Shape(2, 2)] double[,] m, int n)
    {
        if (n == 0)
        {
            var one = new double[2, 2];
            one[0, 0] = one[1, 1] = 1;
            return one;
        }

        var half = Power(m, n / 2);
        var square = new double[2, 2];
        for (int i = 0; i < 2; i++)
            for (int j = 0; j < 2; j++)
                for (int k = 0; k < 2; k++) square[i, j] += half[i, k] * half[k, j];
        if (n % 2 == 0) return square;
        var odd = new double[2, 2];
        for (int i = 0; i < 2; i++)
            for (int j = 0; j < 2; j++)
                for (int k = 0; k < 2; k++) odd[i, j] += square[i, k] * m[k, j];
        return odd;
    }
}
