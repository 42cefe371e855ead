using System;
using AutoDiff;

namespace Corpus;

/// <summary>Matrices in flat arrays, factorised in place.</summary>
public static partial class LinearAlgebra
{
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5, 6 }, new double[] { 0.5, -1, 2 })]
    public static double[] MatrixVector(double[] a, double[] x)
    {
        int n = x.Length, m = a.Length / n;
        double[] y = new double[m];
        for (int i = 0; i < m; i++)
        {
            double sum = 0;
            for (int j = 0; j < n; j++) sum += a[i * n + j] * x[j];
            y[i] = sum;
        }

        return y;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, new double[] { 0.5, -1, 2, 0.25 }, new double[] { 0, 0, 0, 0 }, 2)]
    public static void MultiplyInto(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, int n)
    {
        c.Clear();
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < n; k++)
            {
                double aik = a[i * n + k];
                for (int j = 0; j < n; j++) c[i * n + j] += aik * b[k * n + j];
            }
        }
    }

    [Differentiable]
    [At(new double[] { 4, 1, 2, 1, 5, 3, 2, 3, 6 }, 3)]
    public static double LogDeterminantByCholesky(double[] a, int n)
    {
        for (int j = 0; j < n; j++)
        {
            double d = a[j * n + j];
            for (int k = 0; k < j; k++) d -= a[j * n + k] * a[j * n + k];
            d = Math.Sqrt(d);
            a[j * n + j] = d;
            for (int i = j + 1; i < n; i++)
            {
                double s = a[i * n + j];
                for (int k = 0; k < j; k++) s -= a[i * n + k] * a[j * n + k];
                a[i * n + j] = s / d;
            }
        }

        double log = 0;
        for (int j = 0; j < n; j++) log += Math.Log(a[j * n + j]);
        return 2 * log;
    }

    // Doolittle with partial pivoting: rows are exchanged in place, where the data say so.
    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 4, -1, 3, 2, 5, -2 }, 3)]
    [At(new double[] { 5, 1, 1, 4 }, 2)]
    public static double DeterminantByElimination(double[] a, int n)
    {
        double determinant = 1;
        for (int c = 0; c < n; c++)
        {
            int pivot = c;
            for (int r = c + 1; r < n; r++)
            {
                if (Math.Abs(a[r * n + c]) > Math.Abs(a[pivot * n + c])) pivot = r;
            }

            if (pivot != c)
            {
                determinant = -determinant;
                for (int j = 0; j < n; j++) (a[c * n + j], a[pivot * n + j]) = (a[pivot * n + j], a[c * n + j]);
            }

            determinant *= a[c * n + c];
            for (int r = c + 1; r < n; r++)
            {
                double factor = a[r * n + c] / a[c * n + c];
                for (int j = c; j < n; j++) a[r * n + j] -= factor * a[c * n + j];
            }
        }

        return determinant;
    }

    [Differentiable]
    [At(new double[] { 2, 1, 1, 3, 2, 1, 1, 1, 4 }, new double[] { 1, 2, 3 })]
    public static void SolveInPlace(Span<double> a, Span<double> b)
    {
        int n = b.Length;
        for (int k = 0; k < n; k++)
        {
            for (int i = k + 1; i < n; i++)
            {
                double f = a[i * n + k] / a[k * n + k];
                a[i * n + k] = f;
                for (int j = k + 1; j < n; j++) a[i * n + j] -= f * a[k * n + j];
                b[i] -= f * b[k];
            }
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++) b[i] -= a[i * n + j] * b[j];
            b[i] /= a[i * n + i];
        }
    }

    // Thomas' algorithm on work arrays of its own.
    [Differentiable]
    [At(new double[] { 0, -1, -1, -1 }, new double[] { 4, 4, 5, 4 }, new double[] { -1, -2, -1, 0 }, new double[] { 1, 2, 3, 4 })]
    public static double[] Tridiagonal(double[] lower, double[] diagonal, double[] upper, double[] right)
    {
        int n = diagonal.Length;
        double[] c = new double[n], d = new double[n];
        c[0] = upper[0] / diagonal[0];
        d[0] = right[0] / diagonal[0];
        for (int i = 1; i < n; i++)
        {
            double m = diagonal[i] - lower[i] * c[i - 1];
            c[i] = upper[i] / m;
            d[i] = (right[i] - lower[i] * d[i - 1]) / m;
        }

        double[] x = new double[n];
        x[n - 1] = d[n - 1];
        for (int i = n - 2; i >= 0; i--) x[i] = d[i] - c[i] * x[i + 1];
        return x;
    }

    [Differentiable]
    [At(new double[] { 4, 1, 0.5, 1, 3, 0.2, 0.5, 0.2, 2 }, 3, 1e-4)]
    public static double LargestEigenvalue(double[] a, int n, [NoGradient] double tolerance)
    {
        double[] v = new double[n], w = new double[n];
        for (int i = 0; i < n; i++) v[i] = 1;
        double lambda = 0, previous;
        do
        {
            previous = lambda;
            double norm = 0;
            for (int i = 0; i < n; i++)
            {
                w[i] = 0;
                for (int j = 0; j < n; j++) w[i] += a[i * n + j] * v[j];
                norm += w[i] * w[i];
            }

            lambda = Math.Sqrt(norm);
            for (int i = 0; i < n; i++) v[i] = w[i] / lambda;
        }
        while (Math.Abs(lambda - previous) > tolerance);
        return lambda;
    }

    // Gram & Schmidt on the rows, in slices of one array.
    [Differentiable]
    [At(new double[] { 1, 2, 2, -1, 0, 2, 0.5, 0, 1 }, 3)]
    public static void OrthonormaliseRows(double[] a, int n)
    {
        for (int i = 0; i < a.Length / n; i++)
        {
            Span<double> row = a.AsSpan(i * n, n);
            for (int k = 0; k < i; k++)
            {
                Span<double> other = a.AsSpan(k * n, n);
                double dot = 0;
                for (int j = 0; j < n; j++) dot += row[j] * other[j];
                for (int j = 0; j < n; j++) row[j] -= dot * other[j];
            }

            double norm = 0;
            for (int j = 0; j < n; j++) norm += row[j] * row[j];
            norm = Math.Sqrt(norm);
            for (int j = 0; j < n; j++) row[j] /= norm;
        }
    }

    [Differentiable]
    [At(new double[] { 4, 1, 1, 3 }, new double[] { 1, 2 }, 2)]
    public static double ConjugateGradient(double[] a, double[] b, int iterations)
    {
        int n = b.Length;
        double[] x = new double[n], r = (double[])b.Clone(), p = (double[])b.Clone(), ap = new double[n];
        double rr = 0;
        for (int i = 0; i < n; i++) rr += r[i] * r[i];
        for (int k = 0; k < iterations; k++)
        {
            double pap = 0;
            for (int i = 0; i < n; i++)
            {
                double s = 0;
                for (int j = 0; j < n; j++) s += a[i * n + j] * p[j];
                ap[i] = s;
                pap += p[i] * s;
            }

            double alpha = rr / pap, rrNext = 0;
            for (int i = 0; i < n; i++)
            {
                x[i] += alpha * p[i];
                r[i] -= alpha * ap[i];
                rrNext += r[i] * r[i];
            }

            double beta = rrNext / rr;
            rr = rrNext;
            for (int i = 0; i < n; i++) p[i] = r[i] + beta * p[i];
        }

        return x[0] * x[0] + 2 * x[1];
    }
}
