using System;
using AutoDiff;

namespace Corpus;

/// <summary>Comparisons move values about; the derivative follows the values.</summary>
public static partial class Sorting
{
    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5, 9, 2.6 })]
    public static double BubbleSortThenWeigh(double[] a)
    {
        for (int n = a.Length; n > 1; n--)
        {
            for (int i = 1; i < n; i++)
            {
                if (a[i - 1] > a[i])
                {
                    double t = a[i];
                    a[i] = a[i - 1];
                    a[i - 1] = t;
                }
            }
        }

        double s = 0;
        for (int i = 0; i < a.Length; i++) s += (i + 1) * a[i] * a[i];
        return s;
    }

    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5, 9 })]
    [At(new double[] { 3, 1, 4, 1.5 })]
    public static double Median(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        for (int i = 1; i < sorted.Length; i++)
        {
            double v = sorted[i];
            int j = i - 1;
            while (j >= 0 && sorted[j] > v)
            {
                sorted[j + 1] = sorted[j];
                j--;
            }

            sorted[j + 1] = v;
        }

        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    [Differentiable]
    [At(new double[] { 0.5, 2, 1, 3, 2.5 })]
    public static double RunningMaximum(double[] a)
    {
        double max = a[0], s = 0;
        for (int i = 1; i < a.Length; i++)
        {
            if (a[i] > max) max = a[i];
            s += max * (i + 1);
        }

        return s;
    }

    [Differentiable]
    [At(new double[] { 0.5, 2, 1, 3, 2.5 })]
    public static double ArgMaxNeighbours(double[] a)
    {
        int best = 0;
        for (int i = 1; i < a.Length; i++)
        {
            if (a[i] > a[best]) best = i;
        }

        double left = best > 0 ? a[best - 1] : 0, right = best + 1 < a.Length ? a[best + 1] : 0;
        return a[best] - 0.5 * (left + right) * a[best];
    }

    // Maximal sum of a contiguous part (Kadane).
    [Differentiable]
    [At(new double[] { -2, 1, -3, 4, -1, 2, 1.5, -5, 4 })]
    public static double BestSegment(double[] a)
    {
        double here = a[0], best = a[0];
        for (int i = 1; i < a.Length; i++)
        {
            here = Math.Max(a[i], here + a[i]);
            best = Math.Max(best, here);
        }

        return best * best;
    }

    // Dynamic time warping with a table in one flat array.
    [Differentiable]
    [At(new double[] { 0.1, 1.2, 2.1, 1.1 }, new double[] { 0.4, 1, 2.5 })]
    public static double TimeWarp(double[] x, double[] y)
    {
        int n = x.Length, m = y.Length;
        double[] d = new double[(n + 1) * (m + 1)];
        Array.Fill(d, 1e10);
        d[0] = 0;
        for (int i = 1; i <= n; i++)
        {
            for (int j = 1; j <= m; j++)
            {
                double cost = (x[i - 1] - y[j - 1]) * (x[i - 1] - y[j - 1]);
                double least = Math.Min(d[(i - 1) * (m + 1) + j - 1], Math.Min(d[(i - 1) * (m + 1) + j], d[i * (m + 1) + j - 1]));
                d[i * (m + 1) + j] = cost + least;
            }
        }

        return d[n * (m + 1) + m];
    }

    [Differentiable]
    [Allocates("a bool[]")]
    [At(new double[] { 4, 1, 3, 2 }, 2)]
    public static double SumOfLargest(double[] a, int k)
    {
        double s = 0;
        bool[] taken = new bool[a.Length];
        for (int round = 0; round < k; round++)
        {
            int best = -1;
            for (int i = 0; i < a.Length; i++)
            {
                if (!taken[i] && (best < 0 || a[i] > a[best])) best = i;
            }

            taken[best] = true;
            s += a[best] * (k - round);
        }

        return s;
    }
}
