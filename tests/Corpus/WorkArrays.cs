using System;
using AutoDiff;

namespace Corpus;

/// <summary>Hard program 27: active values that travel through temporary storage (Enzyme's FAQ: silently 0).</summary>
public static partial class WorkArrays
{
    [Differentiable]
    [At(0.6, 1.7)]
    public static double ThroughArray(double x, double y)
    {
        double[] work = new double[2];
        work[0] = x * y;
        work[1] = work[0] + y;
        return work[0] * work[1];
    }

    [Differentiable]
    [At(0.6, 5)]
    public static double ThroughStackSpan(double x, int n)
    {
        Span<double> work = stackalloc double[n];
        work[0] = x;
        for (int i = 1; i < n; i++) work[i] = Math.Sin(work[i - 1]) + x * i;
        double s = 0;
        for (int i = 0; i < n; i++) s += work[i] * work[n - 1 - i];
        return s;
    }

    // The same buffer for two purposes (clad, TBRComposition).
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, new double[] { 0.5, 0.25, 2 })]
    public static double ReusedBetweenCalls(double[] a, double[] b)
    {
        double[] work = new double[a.Length];
        double first = SumOfSquares(a, work);
        double second = SumOfSquares(b, work);
        return first * second + work[0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, new double[] { 9, 9, 9 })]
    private static double SumOfSquares(double[] a, double[] work)
    {
        for (int i = 0; i < a.Length; i++) work[i] = a[i] * a[i];
        double s = 0;
        for (int i = 0; i < a.Length; i++) s += work[i];
        return s;
    }

    // An inner array of a size that changes from one iteration to the next.
    [Differentiable]
    [At(0.8, 4)]
    public static double FreshInEachIteration(double x, int n)
    {
        double total = 0;
        for (int k = 1; k <= n; k++)
        {
            double[] row = new double[k];
            for (int i = 0; i < k; i++) row[i] = Math.Pow(x, i + 1) / k;
            double product = 1;
            for (int i = 0; i < k; i++) product *= 1 + row[i];
            total += product;
        }

        return total;
    }

    [Differentiable]
    [At(0.8, 3)]
    [At(0.8, 12)]
    public static double StackOrHeap(double x, int n)
    {
        Span<double> buffer = n <= 8 ? stackalloc double[8] : new double[n];
        for (int i = 0; i < n; i++) buffer[i] = x * (i + 1);
        double s = 1;
        for (int i = 0; i < n; i++) s = s / 2 + buffer[i] * buffer[i];
        return s;
    }

    // Zero where nothing was written: new arrays are cleared.
    [Differentiable]
    [At(1.5, 3)]
    public static double PartlyWritten(double x, int n)
    {
        double[] a = new double[2 * n];
        for (int i = 0; i < a.Length; i += 2) a[i] = x * i + 1;
        double s = 0;
        for (int i = 0; i < a.Length; i++) s += (a[i] + x) * (a[i] - 1);
        return s;
    }

    // A ring buffer: an element is overwritten while its older value is still needed by the reverse sweep.
    [Differentiable]
    [At(0.4, 0.9, 11)]
    public static double RingBuffer(double x, double decay, int steps)
    {
        double[] ring = [x, x * x, 1];
        for (int t = 0; t < steps; t++)
        {
            int now = t % 3, before = (t + 2) % 3;
            ring[now] = decay * ring[before] + Math.Cos(ring[now] * x);
        }

        return ring[0] + 2 * ring[1] + 3 * ring[2];
    }

    [Differentiable]
    [At(0.4, 5)]
    public static double InactiveTable(double x, int n)
    {
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) weights[i] = 1.0 / (i + 1);
        double s = 0;
        for (int i = 0; i < n; i++) s += weights[i] * Math.Sin(i * x);
        return s;
    }
}
