using System;
using AutoDiff;

namespace Corpus;

/// <summary>
/// Inactive storage that the program changes while it steers by it: the reverse sweep needs what it held then, not what it holds last.
/// </summary>
public static partial class ChangingIndices
{
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, new int[] { 3, 1, 0, 2 })]
    public static double PermutationSortedOnTheWay(double[] a, int[] p)
    {
        double s = 1;
        for (int i = 0; i < p.Length; i++)
        {
            s = s * 0.5 + a[p[i]] * a[p[p.Length - 1 - i]];
            int least = i;
            for (int j = i + 1; j < p.Length; j++)
            {
                if (p[j] < p[least]) least = j;
            }

            (p[i], p[least]) = (p[least], p[i]);
            s *= a[p[i]];
        }

        return s;
    }

    [Differentiable]
    [At(0.8, new double[] { 0.5, 0.25, 2 }, 4)]
    public static double WeightsOverwritten(double x, [NoGradient] double[] w, int rounds)
    {
        double s = x;
        for (int r = 0; r < rounds; r++)
        {
            for (int i = 0; i < w.Length; i++)
            {
                s += w[i] * Math.Sin(s * x);
                w[i] = w[i] * 0.5 + 0.1 * r;
            }
        }

        return s;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2.5 }, new bool[] { true, false, true })]
    public static double MaskFlipped(double[] a, bool[] mask)
    {
        double s = 0.1;
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < a.Length; i++)
            {
                if (mask[i]) s = s * a[i] + 1;
                else s += a[i] * a[i];
                mask[i] = !mask[i];
            }
        }

        return s;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2.5, 0.75 }, 2, 9)]
    public static double PointerChase(double[] a, int start, int steps)
    {
        int at = start;
        double s = 1;
        for (int k = 0; k < steps; k++)
        {
            s = s * 0.8 + a[at];
            at = (at * 3 + k) % a.Length;
            a[at] *= 1.1;
        }

        return s * at + a[at];
    }

    [Differentiable]
    [At(new double[] { 2.5, 1.25, 3.5, 0.5 })]
    public static double BoundFromAnElement(double[] a)
    {
        double s = 0;
        for (int i = 0; i < (int)a[2] && i < a.Length; i++)
        {
            s += a[i] * a[(int)a[1]];
            a[1] += 0.1 * a[i];
        }

        return s;
    }

    // A heap-like sift: where values go depends on them, and where they went is needed to go back.
    [Differentiable]
    [At(new double[] { 5, 3, 8, 1, 9, 2 })]
    public static double SiftDown(double[] heap)
    {
        for (int start = heap.Length / 2 - 1; start >= 0; start--)
        {
            int parent = start;
            while (2 * parent + 1 < heap.Length)
            {
                int child = 2 * parent + 1;
                if (child + 1 < heap.Length && heap[child + 1] > heap[child]) child++;
                if (heap[parent] >= heap[child]) break;
                (heap[parent], heap[child]) = (heap[child], heap[parent] * 1.01);
                parent = child;
            }
        }

        double s = 0;
        for (int i = 0; i < heap.Length; i++) s += heap[i] * heap[i] / (i + 1);
        return s;
    }

    [Differentiable]
    [At(0.7, new int[] { 1, 2, 3 })]
    public static double IntegerStateInAMethod(double x, int[] state)
    {
        double s = 0;
        for (int i = 0; i < 5; i++) s = s * x + Next(state) * x;
        return s;
    }

    private static int Next(int[] state)
    {
        int next = (state[0] * 5 + state[1] + state[2]) % 7;
        state[0] = state[1];
        state[1] = state[2];
        state[2] = next;
        return next;
    }

    [Differentiable]
    [Allocates("the generator of random numbers")]
    [At(0.7, 42, 6)]
    public static double SeededRandomNumbers(double x, int seed, int n)
    {
        var random = new Random(seed);
        double s = x;
        for (int i = 0; i < n; i++)
        {
            double u = random.NextDouble();
            if (u < 0.5) s += u * Math.Cos(s);
            else s *= 1 - u * x * 0.3;
        }

        return s;
    }

    // Set in one iteration, read in a later one, perhaps never.
    [Differentiable]
    [At(new double[] { 0.2, -0.4, 0.6, 0.8, -1 })]
    [At(new double[] { 0.2, 0.4 })]
    public static double LastSeen(double[] a)
    {
        double last = 0, s = 0;
        int count = 0;
        foreach (double v in a)
        {
            if (v < 0)
            {
                last = v * v;
                count++;
                continue;
            }

            s += v * last + v / (1 + count);
        }

        return s + last;
    }
}
