using System;
using AutoDiff;

namespace Corpus;

/// <summary>Elements that are read while others of the array are still to be written: which are final, and which only look so.</summary>
public static partial class FinalElements
{
    [Differentiable]
    [At(new double[] { 4, 1, -2, 1, 3, 0.5, -1, 0.25, 5 }, 3)]
    public static double Elimination(double[] a, int n)
    {
        double sum = 0;
        for (int k = 0; k < n; k++)
        {
            double pivot = a[k * n + k];
            sum += Math.Log(Math.Abs(pivot));
            for (int i = k + 1; i < n; i++)
            {
                double factor = a[i * n + k] / pivot;
                for (int j = k + 1; j < n; j++) a[i * n + j] -= factor * a[k * n + j];
            }
        }

        return sum;
    }

    [Differentiable]
    [At(new double[] { 4, 1, -2, 1, 3, 0.5, -1, 0.25, 5 })]
    [Allocates("a double[,] and its adjoint, which are not pooled")]
    public static double EliminationOfAMatrix(double[] values)
    {
        double[,] a = new double[3, 3];
        for (int i = 0; i < 9; i++) a[i / 3, i % 3] = values[i];
        for (int k = 0; k < 3; k++)
        {
            for (int i = k + 1; i < 3; i++)
            {
                double factor = a[i, k] / a[k, k];
                for (int j = k + 1; j < 3; j++) a[i, j] -= factor * a[k, j];
            }
        }

        return a[0, 0] * a[1, 1] * a[2, 2];
    }

    // Gauss-Jordan: the rows above the pivot change as well, but never the pivot row in its own step.
    [Differentiable]
    [At(new double[] { 4, 1, -2, 1, 3, 0.5, -1, 0.25, 5 }, new double[] { 1, -2, 0.5 }, 3)]
    public static double GaussJordan(double[] a, double[] b, int n)
    {
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < n; i++)
            {
                if (i == k) continue;
                double factor = a[i * n + k] / a[k * n + k];
                for (int j = k; j < n; j++) a[i * n + j] -= factor * a[k * n + j];
                b[i] -= factor * b[k];
            }
        }

        double sum = 0;
        for (int i = 0; i < n; i++) sum += b[i] / a[i * n + i] * (i + 1);
        return sum;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.75)]
    public static double Recurrence(double[] x, double r)
    {
        for (int i = 1; i < x.Length; i++) x[i] = r * x[i - 1] * x[i - 1] - x[i];
        return x[^1] * x[0];
    }

    // The neighbour on the other side is overwritten in the next step.
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.75)]
    public static double LookingAhead(double[] x, double r)
    {
        for (int i = 0; i < x.Length - 1; i++) x[i] = r * x[i + 1] * x[i + 1] - x[i] * x[i];
        double sum = 0;
        for (int i = 0; i < x.Length; i++) sum += x[i] * x[i];
        return sum;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.75)]
    public static double DownwardRecurrence(double[] x, double r)
    {
        for (int i = x.Length - 2; i >= 0; i--) x[i] = r * x[i + 1] * x[i + 1] - x[i];
        return x[0] * x[^1];
    }

    // Twice over: what the first pass reads is overwritten by the second.
    [Differentiable]
    [At(new double[] { 0.5, -0.25, 0.75, 1.25 }, 0.75, 2)]
    public static double RecurrenceInPasses(double[] x, double r, int passes)
    {
        for (int pass = 0; pass < passes; pass++)
        {
            for (int i = 1; i < x.Length; i++) x[i] = r * x[i - 1] * x[i - 1] - x[i];
        }

        return x[^1] * x[0];
    }

    [Differentiable]
    [At(new double[] { 0.5, -0.25, 0.75, 1.25 }, 0.75, 2)]
    public static double RecurrenceInAWhile(double[] x, double r, int passes)
    {
        while (passes-- > 0)
        {
            for (int i = 1; i < x.Length; i++) x[i] = r * x[i - 1] * x[i - 1] - x[i];
        }

        return x[^1] * x[0];
    }

    // The offset changes from pass to pass, so a step of the loop is no step through the array.
    [Differentiable]
    [At(new double[] { 0.5, -0.25, 0.75, 1.25, 2 }, 0.75)]
    public static double MovingOffset(double[] x, double r)
    {
        int offset = 2;
        for (int i = 1; i < 3; i++)
        {
            x[i + offset] = r * x[i] * x[i] - x[i + offset];
            offset -= 2;
        }

        return x[1] + x[2] * x[3] * x[4];
    }

    // Columns that reach into the next row: the second index is not within the row.
    [Differentiable]
    [At(new double[] { 0.5, -0.25, 0.75, 1.25, 2, -1, 0.3, 0.6, 0.9, 1.1, 1.3, 1.7 }, 3)]
    public static double OverlongRows(double[] a, int n)
    {
        for (int k = 0; k < n - 1; k++)
        {
            for (int i = k + 1; i < n; i++)
            {
                for (int j = 0; j <= n; j++) a[i * n + j - 1] -= 0.5 * a[k * n + j] * a[k * n + j];
            }
        }

        double sum = 0;
        for (int i = 0; i < n * n; i++) sum += a[i] * a[i] * (i + 1);
        return sum;
    }

    // In steps of two the even elements are final when the odd ones are written, and in steps of one they are not.
    [Differentiable]
    [At(new double[] { 0.5, -0.25, 0.75, 1.25, 2, -1 }, 0.75)]
    public static double EvenAndOdd(double[] x, double r)
    {
        for (int i = 0; i + 1 < x.Length; i += 2) x[i + 1] = r * x[i] * x[i] - x[i + 1];
        for (int i = 0; i + 1 < x.Length; i++) x[i + 1] = r * x[i] * x[i] - x[i + 1] * x[i + 1];
        return x[^1] * x[^2];
    }

    [Differentiable]
    [At(new double[] { 4, 1, -2, 1, 3, 0.5, -2, 0.5, 5 }, 3)]
    public static double Cholesky(double[] a, int n)
    {
        double trace = 0;
        for (int j = 0; j < n; j++)
        {
            double diagonal = a[j * n + j];
            for (int k = 0; k < j; k++) diagonal -= a[j * n + k] * a[j * n + k];
            diagonal = Math.Sqrt(diagonal);
            a[j * n + j] = diagonal;
            trace += Math.Log(diagonal);
            for (int i = j + 1; i < n; i++)
            {
                double rest = a[i * n + j];
                for (int k = 0; k < j; k++) rest -= a[i * n + k] * a[j * n + k];
                a[i * n + j] = rest / diagonal;
            }
        }

        return 2 * trace + a[n * n - 2];
    }

    // A view moves the indices, so equal ones are different elements and different ones may be equal.
    [Differentiable]
    [At(new double[] { 0.5, -0.25, 0.75, 1.25 }, 0.75)]
    public static double ThroughAView(double[] x, double r)
    {
        Span<double> rest = x.AsSpan(1);
        for (int i = 0; i < rest.Length - 1; i++)
        {
            rest[i] = r * x[i] * x[i];
            x[i] = rest[i + 1] * rest[i + 1] - x[i];
        }

        return x[0] + x[1] * x[2] * x[3];
    }
}
