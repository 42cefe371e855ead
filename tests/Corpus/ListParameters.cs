using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Lists that the method is given: read, enumerated, and stored into.</summary>
public static partial class ListParameters
{
    [Differentiable]
    [At(new double[] { 1.5, -2, 3 }, 0.5)]
    public static double Indexed([Shape(3)] List<double> a, double x)
    {
        double s = 0;
        for (int i = 0; i < a.Count; i++) s += a[i] * a[a.Count - 1 - i] * x * (i + 1);
        return s * a[^1] + Math.Sin(a[0]);
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, 0.25 })]
    public static double Enumerated([Shape(4)] List<double> a)
    {
        double s = 1;
        foreach (double v in a)
        {
            if (v > 2) continue;
            s = s * v + v * v;
            if (s < -100) break;
        }
        return s;
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, 0.25 }, 0.7)]
    public static double Queried([Shape(4)] List<double> a, double x) =>
        a.Where(v => v > 0).Select((v, i) => v * v * x * (i + 1)).Sum() + a.Max() * a.Average() + a.Sum() - a.Last() * a.First();

    [Differentiable]
    [At(new double[] { 1.5, -2, 3 }, 0.5)]
    public static double Overwritten([Shape(3)] List<double> a, double x)
    {
        for (int i = 1; i < a.Count; i++)
        {
            a[i] = a[i] * a[i - 1] + x;
            if (a[i] > 0) a[i - 1] *= a[i];
        }
        (a[0], a[^1]) = (a[^1], a[0] * x);
        a[1]++;
        return a[0] * a[1] + a[2];
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3 }, 0.5)]
    public static void InPlace([Shape(3)] List<double> a, double x)
    {
        double before = a[0];
        for (int k = 0; k < 3; k++)
        {
            for (int i = 0; i < a.Count; i++) a[i] = Math.Exp(-a[i] * x) + before * a[(i + 1) % a.Count];
        }
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3 }, new double[] { 0.5, 2, 1 })]
    public static double TwoLists([Shape(3)] List<double> a, [Shape(3)] List<double> b)
    {
        double s = 0;
        for (int i = 0; i < a.Count; i++)
        {
            a[i] *= b[i];
            s += a[i] * a[i];
        }
        return s + a.Zip(b, (u, v) => u * v).Sum();
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3 }, new double[] { 0.5, 2, 1 })]
    public static double AmongArrays([Shape(3)] List<double> a, double[] b)
    {
        double[] copy = a.ToArray();
        for (int i = 0; i < b.Length; i++)
        {
            b[i] += a[i] * copy[i];
            a[i] = b[i] * b[i];
        }
        return a[0] * copy[0] + b[2] + a[2];
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3 }, 0.3)]
    public static double PassedOn([Shape(3)] List<double> a, double x) => Total(a) * x + Total(a) + Scale(a, x) * a[0];

    private static double Total(List<double> list)
    {
        double s = 0;
        foreach (double v in list) s += v * v;
        return s;
    }

    [Differentiable]
    [At(new double[] { 1.5, -2 }, 0.3)]
    public static double Scale([Shape(2)] List<double> list, double factor)
    {
        for (int i = 0; i < list.Count; i++) list[i] *= factor;
        return list[0] + list[1];
    }

    [Differentiable]
    [At(new double[] { 1.5 }, 2)]
    public static double Captured([Shape(1)] List<double> a, int n)
    {
        double At(int i) => a[i % a.Count] * a[0];
        double s = 0;
        for (int i = 0; i < n; i++) s += At(i) * (i + 1);
        return s;
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5 }, 2, Throws = typeof(ArgumentOutOfRangeException))]
    [At(new double[] { 1.5, 2.5 }, 1)]
    public static double Beyond([Shape(2)] List<double> a, int i)
    {
        ArgumentNullException.ThrowIfNull(a);
        return a[i] * a[0];
    }
}
