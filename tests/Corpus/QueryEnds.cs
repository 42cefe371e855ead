using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Queries of the ends of a sequence, of the numbers of its elements, and of what to take where there is none; arrays of whole numbers, and orders of rows.</summary>
public static partial class QueryEnds
{
    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 3, 4.5, 5 }, 1)]
    [At(new double[] { 2, 3, 4.5, 5 }, 0)]
    [At(new double[] { 2, 3, 4.5, 5 }, 9)]
    [At(new double[] { 2, 3, 4.5, 5 }, -1)]
    public static double Ends(double[] x, int n) => x.SkipLast(n).Sum(v => v * v) + x.TakeLast(n).Sum(v => v * v * v) + x.SkipLast(1).Zip(x.Skip(1), (a, b) => a * b).Sum();
    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 3, 4.5, 5 })]
    public static double EndsLater(double[] x)
    {
        var q = x.TakeLast(2);
        var r = x.SkipLast(1).Select(v => v * x[0]);
        x[3] *= x[0];
        x[0] = 7;
        return q.Sum() * r.Max();
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 3, 4.5, 5 })]
    public static double EndsOfFiltered(double[] x) => x.Where(v => v > 2.5).ToArray().TakeLast(2).Sum(v => v * v);
    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 3, 4.5, 5 }, 3.5)]
    [At(new double[] { 2, 3, 4.5, 5 }, 30.0)]
    public static double OrElse(double[] x, double limit) => x.Where(v => v > limit).DefaultIfEmpty(limit * x[0]).Max() + x.Where(v => v > limit).DefaultIfEmpty().Average(v => v * v + limit) + x.DefaultIfEmpty(1).Sum();
    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 3, 4.5, 5 }, 3.5)]
    [At(new double[] { 2, 3, 4.5, 5 }, 30.0)]
    public static double OrElseLater(double[] x, double limit)
    {
        double other = x[0];
        var q = x.Where(v => v > limit).DefaultIfEmpty(other);
        other = 9;
        x[2] *= 1.5;
        double s = other;
        foreach (double v in q)
            s += v * v;
        return s * q.Count();
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 3, 4.5, 5 })]
    public static double Numbered(double[] x)
    {
        double s = 0;
        foreach ((int i, double v)in x.Index())
            s += i * v * v;
        return s + x.Skip(1).Index().Sum(t => t.Index * t.Item) + x.Select(v => v * v).Index().Max(p => p.Item / (p.Index + 1));
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 3, 4.5, 5 })]
    public static double Converted(double[] x)
    {
        double k = x[0];
        double[] y = Array.ConvertAll(x, v => v * k);
        k = 5;
        y[0] *= 2;
        x[1] = 1;
        return y.Sum() * y[1];
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 3, 4.5, 5 })]
    public static double ConvertedToPairs(double[] x)
    {
        var y = Array.ConvertAll(x, v => (A: v, B: v * v));
        return y.Sum(p => p.A * p.B);
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 3, 4.5, 5 })]
    public static double Table(double[] x)
    {
        int[] p = Enumerable.Range(0, x.Length).ToArray();
        (p[0], p[1]) = (p[1], p[0]);
        if (x[2] > x[3])
            p[2] = 0;
        return x[p[0]] * x[p[1]] * x[p[1]] * x[p[2]];
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 5, 4.5, 3 })]
    public static double OrderOfRows(double[] x)
    {
        int[] p = Enumerable.Range(0, x.Length).OrderBy(i => x[i]).ToArray();
        p[0] = p[^1];
        double s = 0;
        for (int i = 0; i < p.Length; i++)
            s += x[p[i]] * (i + 1) * x[i];
        return s;
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 5, 4.5, 3 })]
    public static double Squares(double[] x)
    {
        int[] n = Enumerable.Range(1, 3).Select(i => i * i % 4).ToArray();
        n[0] += 1;
        double s = 0;
        foreach (int i in n)
            s += x[i] * i;
        return s * n.Sum();
    }

    private static int[] Backwards(int n)
    {
        var p = new int[n];
        for (int i = 0; i < n; i++)
            p[i] = n - 1 - i;
        return p;
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 5, 4.5, 3 })]
    public static double OfAHelper(double[] x)
    {
        int[] p = Backwards(x.Length);
        int[] q = Backwards(2);
        p[0] = q[0];
        q[1] = 3;
        return x[p[0]] + 2 * x[p[1]] * x[q[1]];
    }

    private sealed class Lu
    {
        private readonly double[, ] _a;
        private readonly int[] _p;
        public Lu(double[, ] a)
        {
            _a = (double[, ])a.Clone();
            _p = Enumerable.Range(0, a.GetLength(0)).ToArray();
            if (Math.Abs(_a[1, 0]) > Math.Abs(_a[0, 0]))
            {
                (_p[0], _p[1]) = (_p[1], _p[0]);
                for (int j = 0; j < 2; j++)
                    (_a[0, j], _a[1, j]) = (_a[1, j], _a[0, j]);
            }

            _a[1, 0] /= _a[0, 0];
            _a[1, 1] -= _a[1, 0] * _a[0, 1];
        }

        public double Solve(double[] b)
        {
            double y0 = b[_p[0]], y1 = b[_p[1]] - _a[1, 0] * y0, x1 = y1 / _a[1, 1];
            return (y0 - _a[0, 1] * x1) / _a[0, 0] + x1;
        }
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(2.0, 5.0)]
    [At(7.0, 5.0)]
    public static double Pivoted(double x, double y) => new Lu(new[, ] { { x, 1 }, { y, x * y } }).Solve(new[] { x * x, 2 });
    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 3, 4.5, 5 })]
    public static double EachOfAnArray(double[] x)
    {
        double s = 0;
        Array.ForEach(x, v =>
        {
            if (v > 3.1)
                s += v * x[0];
            else
                s *= v;
        });
        return s;
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 3, 4.5, 5 })]
    public static double EachOfAList(double[] x)
    {
        var l = x.Select(v => v * v).ToList();
        double s = 1;
        l.ForEach(v => s *= v);
        l.Add(s);
        l.ForEach(v => s += v);
        return s;
    }

    private sealed class Mass
    {
        public double X;
        public void Move(double d) => X += d;
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 3, 4.5, 5 })]
    public static double EachObject(double[] x)
    {
        var l = x.Select(v => new Mass { X = v }).ToList();
        l.ForEach(p => p.Move(x[1]));
        l.ForEach(p => p.X *= p.X);
        return l.Sum(p => p.X);
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 2, 3, 4.5, 5 })]
    public static double EachIntoAnArray(double[] x)
    {
        var y = new double[x.Length];
        int i = 0;
        Array.ForEach(x, v => y[i++] = v * v);
        return y[0] * y[3] + i;
    }
}
