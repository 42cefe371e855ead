using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Lists that grow inside the method.</summary>
public static partial class Lists
{
    public record struct Knot(double At, double Height);

    [Differentiable]
    [At(3.0, Value = 12, Gradient = new double[] { 7 })]
    public static double Initialised(double x)
    {
        var list = new List<double> { x, x * x };
        double s = 0;
        foreach (double v in list) s += v;
        return s;
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 }, 0.5)]
    [At(new double[] { 1.5, -2, 3, -0.5, 2, 7, 8, 9, 1, 2, 3 }, 0.5)]
    public static double Grows(double[] a, double x)
    {
        List<double> kept = new();
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > 0) kept.Add(a[i] * x);
        }
        double s = 0;
        for (int i = 0; i < kept.Count; i++) s += kept[i] * (i + 1) * s + kept[i];
        return s * kept.Count;
    }

    [Differentiable]
    [At(0.3, 9)]
    [At(0.3, 2)]
    public static double Recurrence(double x, int n)
    {
        List<double> f = [];
        f.Add(x);
        f.Add(1 - x);
        while (f.Count < n) f.Add(f[f.Count - 1] * x + f[^2]);
        return f[^1];
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 }, 0.5)]
    public static double WrittenInPlace(double[] a, double x)
    {
        var list = new List<double>(8);
        foreach (double v in a) list.Add(v);
        list[0] *= x;
        list[1] = list[0] + list[2]++;
        return list.Sum(v => v * v) + list.Max() + list.Average() * list[2];
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 }, 0.5, Throws = typeof(ArgumentOutOfRangeException))]
    public static double BeyondItsCount(double[] a, double x)
    {
        var list = new List<double>();
        foreach (double v in a) list.Add(v * x);
        list.Clear();
        list.Add(x);
        return list[0] * list[1];
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 }, 0.5)]
    [Allocates("an array of structs")]
    public static double OfRecords(double[] a, double x)
    {
        var knots = new List<Knot>();
        for (int i = 0; i < a.Length; i++) knots.Add(new Knot(i * x, a[i]));
        double area = 0;
        for (int i = 1; i < knots.Count; i++) area += (knots[i].At - knots[i - 1].At) * (knots[i].Height + knots[i - 1].Height) / 2;
        return area * knots.Sum(k => k.Height * k.Height);
    }

    [Differentiable]
    [At(2.0, 3)]
    public static double Cleared(double x, int n)
    {
        var list = new List<double>();
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            list.Clear();
            for (int j = 0; j <= i + 4; j++) list.Add(x * j + s);
            s += list.Sum() * list[i];
        }
        return s;
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 }, 0.5)]
    [Allocates("the array that ToArray makes is the result")]
    public static double[] Running(double[] a, double x)
    {
        var sums = new List<double>();
        double s = 0;
        foreach (double v in a) sums.Add(s += v * x);
        return sums.ToArray();
    }

    [Differentiable]
    [At(0.4, 5)]
    public static double InConditions(double x, int n)
    {
        var list = new List<double> { x };
        while (list.Count < n && list[list.Count - 1] < 2) list.Add(list[^1] * (1 + x));
        return list.Count > 3 && list[3] > 1 ? list[3] : list[^1] * x;
    }
}
