using System;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays that change places in an array of arrays.</summary>
public static partial class MovedRows
{
    private static double[][] MatrixCreate(int rows, int cols)
    {
        double[][] result = new double[rows][];
        for (int i = 0; i < rows; ++i) result[i] = new double[cols];
        return result;
    }

    private static double[][] MatrixDuplicate(double[][] matrix)
    {
        double[][] result = MatrixCreate(matrix.Length, matrix[0].Length);
        for (int i = 0; i < matrix.Length; ++i)
            for (int j = 0; j < matrix[i].Length; ++j) result[i][j] = matrix[i][j];
        return result;
    }

    /// <summary>Doolittle's decomposition with the exchange of rows, as articles have it.</summary>
    private static double[][] MatrixDecompose(double[][] matrix, out int[] perm, out int toggle)
    {
        int n = matrix.Length;
        double[][] result = MatrixDuplicate(matrix);
        perm = new int[n];
        for (int i = 0; i < n; ++i) perm[i] = i;
        toggle = 1;
        for (int j = 0; j < n - 1; ++j)
        {
            double colMax = Math.Abs(result[j][j]);
            int pRow = j;
            for (int i = j + 1; i < n; ++i)
            {
                if (Math.Abs(result[i][j]) > colMax)
                {
                    colMax = Math.Abs(result[i][j]);
                    pRow = i;
                }
            }

            if (pRow != j)
            {
                double[] rowPtr = result[pRow];
                result[pRow] = result[j];
                result[j] = rowPtr;
                int tmp = perm[pRow];
                perm[pRow] = perm[j];
                perm[j] = tmp;
                toggle = -toggle;
            }

            for (int i = j + 1; i < n; ++i)
            {
                result[i][j] /= result[j][j];
                for (int k = j + 1; k < n; ++k) result[i][k] -= result[i][j] * result[j][k];
            }
        }

        return result;
    }

    private static double[] HelperSolve(double[][] luMatrix, double[] b)
    {
        int n = luMatrix.Length;
        double[] x = new double[n];
        b.CopyTo(x, 0);
        for (int i = 1; i < n; ++i)
        {
            double sum = x[i];
            for (int j = 0; j < i; ++j) sum -= luMatrix[i][j] * x[j];
            x[i] = sum;
        }

        x[n - 1] /= luMatrix[n - 1][n - 1];
        for (int i = n - 2; i >= 0; --i)
        {
            double sum = x[i];
            for (int j = i + 1; j < n; ++j) sum -= luMatrix[i][j] * x[j];
            x[i] = sum / luMatrix[i][i];
        }

        return x;
    }

    [Differentiable]
    [At(new double[] { 1, 2, -1, 4, 0.5, 2, -3, 6, 1 })]
    [At(new double[] { 5, 2, -1, 1, 4.5, 2, -3, 6, 9 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double Determinant([Shape(3, 3, 3)] double[][] matrix)
    {
        double[][] lum = MatrixDecompose(matrix, out int[] perm, out int toggle);
        double result = toggle;
        for (int i = 0; i < lum.Length; ++i) result *= lum[i][i];
        return result;
    }

    [Differentiable]
    [At(new double[] { 1, 2, -1, 4, 0.5, 2, -3, 6, 1 }, new double[] { 1, -2, 0.5 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double[] SystemSolve([Shape(3, 3, 3)] double[][] A, double[] b)
    {
        int n = A.Length;
        double[][] luMatrix = MatrixDecompose(A, out int[] perm, out int toggle);
        double[] bp = new double[n];
        for (int i = 0; i < n; ++i) bp[i] = b[perm[i]];
        return HelperSolve(luMatrix, bp);
    }

    [Differentiable]
    [At(new double[] { 0.3, 1.5, 0.7 })]
    [At(new double[] { 2.3, 1.5, 0.7 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double UnderACondition(double[] d)
    {
        double[][] a = [[d[0], 1, d[2]], [2, d[1], 1]];
        if (Math.Abs(a[1][0]) > Math.Abs(a[0][0])) (a[0], a[1]) = (a[1], a[0]);
        double f = a[1][0] / a[0][0];
        for (int j = 0; j < 3; j++) a[1][j] -= f * a[0][j];
        return a[1][1] * a[0][0] * a[1][2];
    }

    private static void Swap(ref double[] a, ref double[] b)
    {
        double[] t = a;
        a = b;
        b = t;
    }

    [Differentiable]
    [At(new double[] { 0.3, 1.5, 0.7 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double ByReference(double[] d)
    {
        double[][] m = MatrixCreate(3, 2);
        m[0][0] = d[0];
        m[1][0] = d[1];
        m[2][1] = d[2];
        Swap(ref m[0], ref m[1]);
        m[1][1] = m[0][0] * d[2];
        Swap(ref m[1], ref m[2]);
        double s = 0;
        foreach (double[] row in m)
            foreach (double x in row) s = s * 1.5 + x * x;
        return s;
    }

    [Differentiable]
    [At(new double[] { 0.3, 1.5, 0.7 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double ReplacedWhileAnotherNameHoldsIt(double[] d)
    {
        var m = new double[2][];
        m[0] = new double[] { d[0], d[1] };
        m[1] = new double[] { d[2], 1, 3 };
        double[] held = m[0];
        m[0] = m[1];
        held[0] *= m[0][0];
        m[0][2] = held[0] * held[1];
        m[1] = new double[] { m[0][2] * d[1] };
        m[1][0] *= m[1][0];
        return m[1][0] + m[0][2] * held[0];
    }

    [Differentiable]
    [At(new double[] { 0.3, 1.5, 0.7 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double OneArrayInTwoPlaces(double[] d)
    {
        double[] shared = [d[0], d[1]];
        var m = new double[3][];
        m[2] = m[0] = shared;
        m[1] = [d[2], d[2] * d[0]];
        m[0][1] *= m[2][0];
        m[2] = m[1];
        m[1] = m[0];
        m[2][0] += m[1][1];
        return m[0][1] * m[2][0] + m[2][1] * m[1][0];
    }

    [Differentiable]
    [At(new double[] { 0.3, 1.5, 0.7 }, 5)]
    [At(new double[] { 0.3, 1.5, 0.7 }, 0)]
    [Allocates("arrays of this kind are not pooled")]
    public static double RollingRows(double[] d, int steps)
    {
        double[][] dp = { new double[d.Length], new double[d.Length] };
        for (int i = 0; i < d.Length; i++) dp[0][i] = d[i] * d[i];
        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < d.Length; i++) dp[1][i] = Math.Sin(dp[0][i]) + dp[0][(i + 1) % d.Length] * d[i];
            double[] previous = dp[0];
            dp[0] = dp[1];
            dp[1] = previous;
        }

        return dp[0][0] * dp[0][1] + dp[1][2];
    }

    private static double[] RightHandSide(double[] y) => [y[1], -Math.Sin(y[0]) - 0.1 * y[1]];

    /// <summary>The method of Adams and Bashforth keeps the last slopes.</summary>
    [Differentiable]
    [At(0.8, -0.2, 12)]
    [Allocates("arrays of this kind are not pooled")]
    public static double AdamsBashforth(double angle, double speed, int steps)
    {
        double[] y = [angle, speed];
        double h = 0.05;
        var f = new double[3][];
        f[2] = RightHandSide(y);
        f[1] = RightHandSide(y);
        f[0] = RightHandSide(y);
        for (int i = 0; i < steps; i++)
        {
            for (int k = 0; k < y.Length; k++) y[k] += h / 12 * (23 * f[0][k] - 16 * f[1][k] + 5 * f[2][k]);
            f[2] = f[1];
            f[1] = f[0];
            f[0] = RightHandSide(y);
        }

        return y[0] * y[0] + y[1];
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2, 5, 4, 6, -1, 0.5 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double SortedRows(double[] d)
    {
        var points = new double[d.Length / 2][];
        for (int i = 0; i < points.Length; i++) points[i] = new[] { d[2 * i], d[2 * i + 1] };
        bool swapped = true;
        while (swapped)
        {
            swapped = false;
            for (int i = 1; i < points.Length; i++)
            {
                if (points[i - 1][0] <= points[i][0]) continue;
                (points[i - 1], points[i]) = (points[i], points[i - 1]);
                swapped = true;
            }
        }

        double area = 0;
        for (int i = 1; i < points.Length; i++) area += (points[i][0] - points[i - 1][0]) * (points[i][1] + points[i - 1][1]) / 2;
        return area;
    }

    [Differentiable]
    [At(new double[] { 1.3, 1.5, 0.7 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double ConditionOfALoop(double[] d)
    {
        double[][] m = [[d[0]], [d[1], d[2]]];
        int turns = 0;
        while (m[0][0] < 20 && turns < 30)
        {
            m[0][0] *= d[1];
            (m[0], m[1]) = (m[1], m[0]);
            if (m[0].Length > 1) m[0][1] += m[1][0];
            turns++;
        }

        return m[0][0] * m[1][0];
    }

    [Differentiable]
    [At(new double[] { 1.3, 1.5, 0.7 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double LengthsAreAsked(double[] d)
    {
        double[][] m = [[d[0]], [d[1], d[2]]];
        double s = d[0];
        for (int k = 0; k < 4; k++)
        {
            for (int i = 0; i < m[0].Length; i++) s = s * m[0][i] + m[1][^1];
            (m[0], m[1]) = (m[1], m[0]);
        }

        return s;
    }

    [Differentiable]
    [At(new double[] { 1.3, 1.5, 0.7 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double InATry(double[] d)
    {
        double[][] m = [[d[0], 1], [d[1], d[2]]];
        double s = 0;
        for (int k = 0; k < 3; k++)
        {
            try
            {
                double[] t = m[0];
                m[0] = m[1];
                m[1] = t;
                s += m[0][0] * m[1][0];
            }
            finally
            {
                m[1][0] *= m[0][1] * s;
            }
        }

        return s + m[0][0];
    }

    [Differentiable]
    [At(new double[] { 1.3, 1.5, 0.7 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double[] ARowAsResult(double[] d)
    {
        double[][] m = [[d[0], 1], [d[1], d[2]]];
        m[0][1] = d[1] * d[1];
        (m[0], m[1]) = (m[1], m[0]);
        m[0][0] *= m[1][1];
        double[] result = m[0];
        m[0] = m[1];
        m[0][0] = 100;
        result[1] += m[1][0];
        return result;
    }

    [Differentiable]
    [At(new double[] { 1.3, 1.5, 0.7 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double SpansOfRows(double[] d)
    {
        double[][] m = [[d[0], 1], [d[1], d[2]]];
        double s = 0;
        for (int k = 0; k < 3; k++)
        {
            Span<double> row = m[k % 2];
            row[1] *= d[0];
            (m[0], m[1]) = (m[1], m[0]);
            s += row[0] * m[0][1];
            Array.Reverse(m[1]);
            m[1].AsSpan(0, 1).CopyTo(m[0]);
        }

        return s;
    }

    [Differentiable]
    [At(new double[] { 1.3, 1.5, 0.7 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double ConstantsMove(double[] d)
    {
        double[][] c = [[1, 2], [3, 4]];
        double s = 1;
        for (int k = 0; k < 3; k++)
        {
            s = s * c[0][1] + d[k] * d[k] * c[1][0];
            s *= s * 0.1;
            (c[0], c[1]) = (c[1], c[0]);
        }

        return s;
    }

    [Differentiable]
    [At(new double[] { 0.3, 0.5 })]
    public static double[] Doubled(double[] x)
    {
        var y = new double[x.Length];
        for (int i = 0; i < x.Length; i++) y[i] = 2 * x[i] * x[i];
        return y;
    }

    [Differentiable]
    [At(new double[] { 0.3, 0.5, 0.7 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double RowsFromCalls(double[] d)
    {
        double[][] m = [[d[0], 1], [d[1], d[2]]];
        for (int k = 0; k < 3; k++)
        {
            double[] next = Doubled(m[k % 2]);
            m[(k + 1) % 2] = next;
            next[0] += m[0][1];
        }

        return m[0][0] * m[1][1];
    }

    [Differentiable]
    [At(new double[] { 0.3, 0.5, 0.7 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double FromAnotherArrayOfArrays(double[] d)
    {
        double[][] m = [[d[0], 1], [d[1], d[2]]];
        double[][] other = [[d[2], 3], [d[1] * d[0], 4]];
        for (int k = 0; k < 2; k++)
        {
            m[k] = other[1 - k];
            other[k][0] *= d[k];
        }

        m[0][1] *= m[1][0];
        return m[0][0] * m[1][1] + other[1][1] * other[0][0];
    }

    [Differentiable]
    [At(new double[] { 0.3, 0.5, 0.7 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double MovedByWhatIsEvaluatedLater(double[] d)
    {
        double[][] m = [[d[0], 1], [d[1], d[2]]];
        double Flip()
        {
            (m[0], m[1]) = (m[1], m[0]);
            return m[0][0] * 2;
        }

        m[0][1] = Flip() * d[2];
        double s = m[0][0] + Flip() * m[0][1] + m[0][0];
        m[0][0] += Flip();
        m[1][0] = m[0][0] * Flip() - m[0][1];
        return s * m[0][0] + m[1][0] * m[0][1];
    }

    /// <summary>Gauss's elimination on the caller's own array.</summary>
    [Differentiable]
    [At(new double[] { 1, 2, -1, 4, 0.5, 2, -3, 6, 1 }, new double[] { 1, -2, 0.5 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double[] Solve([Shape(3, 3, 3)] double[][] a, double[] b)
    {
        int n = b.Length;
        for (int k = 0; k < n; k++)
        {
            int p = k;
            for (int i = k + 1; i < n; i++)
                if (Math.Abs(a[i][k]) > Math.Abs(a[p][k])) p = i;
            (a[k], a[p]) = (a[p], a[k]);
            (b[k], b[p]) = (b[p], b[k]);
            for (int i = k + 1; i < n; i++)
            {
                double f = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) a[i][j] -= f * a[k][j];
                b[i] -= f * b[k];
            }
        }

        var x = new double[n];
        for (int i = n - 1; i >= 0; i--)
        {
            double sum = b[i];
            for (int j = i + 1; j < n; j++) sum -= a[i][j] * x[j];
            x[i] = sum / a[i][i];
        }

        return x;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5, 6 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double RowsOfTheCaller([Shape(2, 2, 2)] double[][] a, double x)
    {
        double[] lost = a[0];
        a[0] = a[1];
        a[1] = new[] { x * x, a[0][0] };
        lost[0] *= a[1][1];
        a[2][1] *= lost[0];
        (a[1], a[2]) = (a[2], a[1]);
        a[0][1] += a[2][0];
        return a[1][1] * a[0][1] + lost[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5, 6 }, new double[] { 0.7, 0.4 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double GivenRowsAmongOwnOnes([Shape(2, 2, 2)] double[][] a, double[] x)
    {
        var m = new double[4][];
        for (int i = 0; i < 3; i++) m[i] = a[i];
        m[3] = new[] { x[0], x[1] };
        (m[3], m[0]) = (m[0], m[3]);
        m[0][0] *= m[1][1];
        m[2][1] += x[0];
        m[1] = m[3];
        m[1][1] *= m[3][0];
        return m[0][0] * m[2][1] + a[0][1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, new double[] { 5, 6, 7, 8 }, true)]
    [At(new double[] { 1, 2, 3, 4 }, new double[] { 5, 6, 7, 8 }, false)]
    [Allocates("arrays of this kind are not pooled")]
    public static double OneOrTheOther([Shape(2, 2)] double[][] a, [Shape(2, 2)] double[][] b, bool second)
    {
        double[][] m = a;
        if (second) m = b;
        m[0][1] *= a[0][0];
        m[1][1] *= b[0][1];
        return m[1][1] * a[0][1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double OneMoreArrayOfTheSameRows([Shape(2, 3)] double[][] rows)
    {
        double[][] same = rows.Select(r => r).ToArray();
        same[0][0] *= 2;
        return rows[0][0] * same[0][0];
    }
}
