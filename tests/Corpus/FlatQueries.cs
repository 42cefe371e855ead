using System;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Queries of queries: SelectMany, and several from clauses.</summary>
public static partial class FlatQueries
{
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double TwoFrom(double[] x, double y) => (
        from a in x
        from b in x
        select a * b * y).Sum();
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double ThreeFrom(double[] x, double y) => (
        from a in x
        from b in x
        from i in Enumerable.Range(0, 2)
        where a < b && i > 0
        select a * b * y * i).Sum();
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double WithLet(double[] x, double y) => (
        from a in x
        let c = a * y
        from b in x
        let d = c * b
        where d > 0.7
        select d * c).Average();
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double Selected(double[] x, double y) => x.SelectMany(a => x.Where(b => b > a).Select(b => a * b * y)).Sum();
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double Triangle(double[] x, double y) => Enumerable.Range(0, x.Length).SelectMany(i => Enumerable.Range(0, i), (i, j) => x[i] * x[j]).Sum() * y;
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double Pairs(double[] x, double y) => (
        from i in Enumerable.Range(0, x.Length)from j in Enumerable.Range(i + 1, x.Length - i - 1)select (x[i] - x[j]) * (x[i] - x[j])).Sum() * y;
    [Differentiable]
    [Allocates("rows")]
    [At(1.5, 0.5)]
    public static double Rows(double x, double y)
    {
        double[][] rows = [[x, y], [], [x * y]];
        return rows.SelectMany(row => row).Sum(v => v * v) + rows.SelectMany(row => row.Select(v => v * row.Length)).Max();
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    [At(new double[] { }, 0.5, Throws = typeof(InvalidOperationException))]
    public static double Extremes(double[] x, double y) => x.SelectMany(a => x, (a, b) => a - b * y).Min() * x.SelectMany(a => x.Skip(1), (a, b) => a * b).Max();
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    [At(new double[] { }, 0.5, Throws = typeof(InvalidOperationException))]
    public static double Averages(double[] x, double y) => x.SelectMany(a => x.Take(2), (a, b) => a * b * y).Average();
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double Counts(double[] x, double y) => y * (
        from a in x
        from b in x
        where a < b
        select a).Count() * x.SelectMany(a => x).Count(v => v > 1.5);
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double Folded(double[] x, double y) => x.SelectMany(a => x.TakeWhile(b => b < 2.5), (a, b) => a + b).Aggregate(y, (s, v) => s * v) + x.Aggregate(1.0, (s, a) => s * a, s => s * y);
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double InOrder(double[] x, double y)
    {
        int n = 0;
        double s = x.SelectMany(a => x.Where(b => n++ % 2 == 0), (a, b) => a * b * n).Sum(v => v * ++n);
        return s * y * n;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double Sorted(double[] x, double y) => x.SelectMany(a => x.OrderByDescending(b => b * a).Take(2), (a, b) => a * b * b).Sum() * y;
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 })]
    public static double Flattened([Shape(2, 3)] double[][] rows) => rows.SelectMany(r => r).Sum(v => v * v);
}
