using System;
using AutoDiff;

namespace Corpus;

public enum Activation
{
    Identity,
    Sigmoid,
    Rectifier = 5,
}

/// <summary>Parameters and locals that have no derivative, beside those that have one.</summary>
public static partial class InactiveTypes
{
    [Differentiable]
    [At(0.6, Activation.Identity)]
    [At(0.6, Activation.Sigmoid)]
    [At(0.6, Activation.Rectifier)]
    public static double ByEnum(double x, Activation activation)
    {
        if (activation == Activation.Sigmoid) return 1 / (1 + Math.Exp(-x));
        return activation == Activation.Rectifier ? Math.Max(x, 0) : x;
    }

    [Differentiable]
    [At(0.6, "log")]
    [At(0.6, "exp")]
    [At(0.6, "")]
    public static double ByString(double x, string mode)
    {
        if (mode == "log") return Math.Log(x);
        if (mode.Length == 3) return Math.Exp(x);
        return x;
    }

    [Differentiable]
    [At(0.6, true, false)]
    [At(0.6, false, true)]
    [At(0.6, true, true)]
    public static double ByFlags(double x, bool square, bool negate)
    {
        double y = square ? x * x : x;
        if (negate ^ square) y = -y;
        bool both = square & negate, either = square | negate;
        if (both) y += 1 / x;
        return either && !both ? y * 2 : y;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, new int[] { 0, 2, 3, 4 }, new int[] { 1, 0, 1, 0 }, new double[] { 0.5, 0.25 })]
    public static double SparseRows(double[] values, int[] rowStarts, int[] columns, double[] x)
    {
        double s = 0;
        for (int row = 0; row + 1 < rowStarts.Length; row++)
        {
            double y = 0;
            for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++) y += values[k] * x[columns[k]];
            s += y * y;
        }

        return s;
    }

    [Differentiable]
    [At(0.6, new bool[] { true, false, true, true })]
    public static double Mask(double x, bool[] mask)
    {
        double s = 0;
        int run = 0;
        for (int i = 0; i < mask.Length; i++)
        {
            run = mask[i] ? run + 1 : 0;
            s += mask[i] ? Math.Pow(x, run) : -x;
        }

        return s;
    }

    [Differentiable]
    [Allocates("an int[]")]
    [At(new double[] { 0.3, 1.2, 2.7, 0.9 }, 3)]
    public static double Histogram(double[] x, int bins)
    {
        int[] count = new int[bins];
        double s = 0;
        foreach (double v in x)
        {
            int bin = Math.Min((int)v, bins - 1);
            count[bin]++;
            s += v * count[bin];
        }

        return s;
    }

    [Differentiable]
    [At(0.6, 12345L, 3)]
    public static double PseudoRandomWalk(double x, long seed, int n)
    {
        for (int i = 0; i < n; i++)
        {
            seed = unchecked(seed * 25214903917L + 11) & ((1L << 48) - 1);
            double noise = (seed >> 22) / (double)(1 << 26);
            x += Math.Sin(x) * (noise - 0.5);
        }

        return x;
    }

    [Differentiable]
    [At(1.4, new int[] { 3, -1, 2 })]
    public static double SpanOfIntegers(double x, ReadOnlySpan<int> degrees)
    {
        double s = 0;
        foreach (int d in degrees)
        {
            if (d < 0) break;
            s += Math.Pow(x, d);
        }

        return s;
    }
}
