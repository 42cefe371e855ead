using System;
using AutoDiff;

namespace Corpus;

/// <summary>Exchanges by tuple assignment and by a third variable.</summary>
public static partial class Swaps
{
    // Hard program 12 (Zygote #1198).
    [Differentiable]
    [At(0.5, 0.3, Value = 0.654602782641, Gradient = new double[] { 2.8312189794, 3.54883221764 })]
    public static double LoopCarried(double a, double b)
    {
        for (int i = 0; i < 3; i++) (a, b) = (b, a + b * b);
        return a * b;
    }

    // Hard program 12b.
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, Value = 152, Gradient = new double[] { 8, 12, 48, 32 })]
    public static double InPlaceFromBothEnds(double[] a)
    {
        for (int i = 0, j = a.Length - 1; i < j; i++, j--) (a[i], a[j]) = (2 * a[j], a[i]);
        double s = 0;
        for (int k = 0; k < a.Length; k++) s += (k + 1) * a[k] * a[k];
        return s;
    }

    [Differentiable]
    [At(0.4, 1.3, -0.7)]
    public static double Rotation(double x, double y, double z)
    {
        for (int i = 0; i < 4; i++) (x, y, z) = (y * z, z + x, x - 0.5 * y);
        return x + 2 * y + 3 * z;
    }

    [Differentiable]
    [At(3.0, 2.0)]
    [At(2.0, 3.0)]
    public static double Ordered(double a, double b)
    {
        if (a > b) (a, b) = (b, a);
        return a * a - 1 / b;
    }

    [Differentiable]
    [At(new double[] { 0.3, 0.1, 0.2 }, new double[] { 1, 2, 3 }, 3)]
    public static double SwappedArrays(double[] x, double[] y, int rounds)
    {
        double[] u = new double[x.Length], v = new double[y.Length];
        for (int i = 0; i < u.Length; i++)
        {
            u[i] = x[i] * x[i];
            v[i] = y[i];
        }

        for (int r = 0; r < rounds; r++)
        {
            for (int i = 0; i < u.Length; i++) v[i] = 0.5 * v[i] + u[i] * v[(i + 1) % v.Length];
            (u, v) = (v, u);
        }

        return u[0] * v[1] + u[2] - v[2];
    }

    [Differentiable]
    [At(new double[] { 4, 2, 7 })]
    public static double ElementsThroughATemporary(double[] a)
    {
        double t = a[0];
        a[0] = a[2];
        a[2] = a[1];
        a[1] = t;
        return a[0] * 2 + a[1] * a[1] + a[2] * a[2] * a[2];
    }

    [Differentiable]
    [At(1.5, 0.75)]
    public static double Deconstructed(double x, double y)
    {
        var (p, q) = (x * y, x / y);
        (double r, double s) = (q - p, Math.Exp(-p));
        (p, r) = (r, p * s);
        return p * q + r;
    }

    // Euclid's algorithm with a real remainder.
    [Differentiable]
    [At(7.3, 2.1)]
    public static double RealRemainders(double a, double b)
    {
        while (b > 0.15) (a, b) = (b, a % b);
        return a;
    }
}
