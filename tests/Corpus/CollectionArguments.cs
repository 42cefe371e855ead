using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Methods that take any collection of numbers, and are given arrays, lists and queries.</summary>
public static partial class CollectionArguments
{
    private static double Mean(IEnumerable<double> xs)
    {
        if (xs == null) throw new ArgumentNullException(nameof(xs));
        double s = 0;
        int n = 0;
        foreach (double v in xs)
        {
            s += v;
            n++;
        }

        return s / n;
    }

    private static double Variance(IList<double> xs)
    {
        double m = Mean(xs), s = 0;
        for (int i = 0; i < xs.Count; i++) s += (xs[i] - m) * (xs[i] - m);
        return s / xs.Count;
    }

    private static double Correlation(IEnumerable<double> a, IEnumerable<double> b)
    {
        double[] x = a.ToArray(), y = b.ToArray();
        double s = 0;
        for (int i = 0; i < x.Length; i++) s += x[i] * y[i];
        return s + a.Max() + b.Count();
    }

    private static void Scale(IList<double> xs, double k)
    {
        for (int i = 0; i < xs.Count; i++) xs[i] *= k;
    }

    private static double PresentValue(List<double> v, double r)
    {
        double s = 0;
        for (int i = 0; i < v.Count; i++) s += v[i] / Math.Pow(1 + r, i);
        return s;
    }

    private static double Ends(IReadOnlyList<double> xs) => xs[0] * xs[xs.Count - 1];

    private static double Products(IEnumerable<(double X, double Y)> pairs)
    {
        double s = 0;
        foreach (var (u, v) in pairs) s += u * v;
        return s + pairs.First().X;
    }

    private static double Rows(IList<double[]> rows)
    {
        double s = 0;
        foreach (double[] row in rows) s += row[0] * row[1];
        return s * rows.Count;
    }

    private static double Weighted(this IEnumerable<double> xs, double k) => xs.Sum(v => v * k);

    private sealed class Squares
    {
        private readonly double[] _x;

        public Squares(List<double> xs) => _x = xs.ToArray();

        public Squares(IEnumerable<double> xs, double k) => _x = xs.Select(v => v * k).ToArray();

        public double Sum() => _x.Sum(v => v * v);
    }

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    public static double OfAnArray(double[] a, double x) => Mean(a) * x + Variance(a);

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    public static double OfAList(double[] a, double x)
    {
        var l = new List<double> { x, a[1] };
        l.Add(a[0] * x);
        return Mean(l) * Variance(l) + PresentValue(l, x);
    }

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    public static double OfAQuery(double[] a, double x) => Correlation((IEnumerable<double>)a, a.Select(v => v * x));

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    public static double OfWhatIsMadeThere(double[] a, double x)
    {
        Scale(a, x);
        return Mean(a.Where(v => v > 0.5)) * a[0] + PresentValue(a.ToList(), x) + PresentValue(new List<double>(a), x) + PresentValue(new List<double> { x, x * x }, x);
    }

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    public static double OfAGivenList([Shape(3)] List<double> a, double x) => Mean(a) * x + Variance(a) + PresentValue(a, x);

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    public static double OfANamedQuery(double[] a, double x)
    {
        IEnumerable<double> q = a.Select(v => v * x);
        return Mean(q) + q.Max();
    }

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    public static double UnderAnotherName(double[] a, double x)
    {
        IReadOnlyList<double> q = a;
        return q[0] * q.Count * x;
    }

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    public static double InConstructors(double[] a, double x)
    {
        var l = new List<double>(a) { x };
        return new Squares(l).Sum() * new Squares(a, x).Sum() + new Squares(a.ToList()).Sum();
    }

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    public static double OfExpressions(double[] a, double x)
    {
        double s = Ends(a) + Ends([x, 2]) + Ends(new[] { x, x });
        a[0] = 5;
        return s * a[0];
    }

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double OfPairs(double[] a, double x)
    {
        var p = new List<(double, double)> { (a[0], x), (x, a[2]) };
        return Products(p) + Products(new[] { (x, 2.0), (a[1], x) });
    }

    [Differentiable]
    [At(new double[] { 1, 0.3, 2, 3 }, 0.7)]
    public static double OfRows([Shape(2, 2)] double[][] a, double x) => Rows(a) * x;

    [Differentiable]
    [At(new double[] { 1, 0.3, 2, 3 }, 0.7)]
    public static double OfExtensions(double[] a, double x) => a.Weighted(x) + a.Skip(1).Weighted(2) * x;

    private static double Named(IReadOnlyList<(double A, double B)> p) => p[0].A * p[0].B + p[1].A;

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    public static double OfQueries(double[] a, double x) => Weighted(a.Select(v => v * Math.Sin(x)), x) * Weighted(a.Where(v => v > 0.5), 3);

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double OfUnnamedPairs(double[] a, double x)
    {
        var p = new[] { (a[0], x), (x, a[1]) };
        return Named(p);
    }

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double UnderOtherNames(double[] a, double x)
    {
        (double B, double A)[] p = { (a[0], x), (x, a[1]) };
        IReadOnlyList<(double A, double B)> q = p;
        return q[0].A * q[0].A * q[0].B;
    }
}
