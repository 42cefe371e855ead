using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>LINQ over arrays is the loop that it stands for.</summary>
public static partial class Queries
{
    [Differentiable]
    [At(new double[] { 1, -2, 3.5 }, Value = 2.5, Gradient = new double[] { 1, 1, 1 })]
    [At(new double[] { })]
    public static double SumOfAll(double[] a) => a.Sum();

    [Differentiable]
    [At(new double[] { 1, -2, 3 }, Value = 14, Gradient = new double[] { 2, -4, 6 })]
    public static double SumOfSquares(double[] a) => a.Sum(v => v * v);

    [Differentiable]
    [At(new double[] { 1, -2, 3 }, 0.5)]
    public static double ResidualSum(double[] a, double m)
    {
        double mean = a.Average();
        return a.Select(v => v - mean * m).Select(r => r * r).Sum() / a.Length;
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3 }, new double[] { 0.5, 2, -1 }, Value = -6.5, Gradient = new double[] { 0.5, 2, -1, 1, -2, 3 })]
    [At(new double[] { 1, -2, 3 }, new double[] { 0.5, 2 })]
    public static double DotByZip(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    [Differentiable]
    [At(new double[] { 1, -2, 3 }, new double[] { 0.5, 2, -1 })]
    public static double DotByPairs(double[] a, double[] b) => a.Zip(b).Sum(p => p.First * p.Second * p.Second);

    [Differentiable]
    [At(new double[] { 1, -2, 3 }, 0.5)]
    public static double Polynomial(double[] a, double x) => a.Select((c, i) => c * Math.Pow(x, i)).Sum();

    [Differentiable]
    [At(new double[] { 1, -2, 3 }, 0.5)]
    public static double HornerFold(double[] a, double x) => a.Reverse().Aggregate(0.0, (s, c) => s * x + c);

    [Differentiable]
    [At(new double[] { 1.5, -2, 3 })]
    [At(new double[] { }, Throws = typeof(InvalidOperationException))]
    public static double Product(double[] a) => a.Aggregate((p, v) => p * v);

    [Differentiable]
    [At(new double[] { 1.5, -2, 3 })]
    public static double LogSumExp(double[] a)
    {
        double most = a.Max();
        return most + Math.Log(a.Sum(v => Math.Exp(v - most)));
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3 }, 2.0)]
    [At(new double[] { 1.5 }, 2.0)]
    [At(new double[] { }, 2.0, Throws = typeof(InvalidOperationException))]
    public static double LeastAndMost(double[] a, double x) => a.Min() * x + a.Max(v => v * v);

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 }, 2.0)]
    [At(new double[] { -2, -0.5 }, 2.0)]
    public static double Filtered(double[] a, double x) => a.Where(v => v > 0).Select(v => Math.Sqrt(v) * x).Sum() + a.Count(v => v < 0) * x;

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 })]
    [At(new double[] { -2, -0.5 }, Throws = typeof(InvalidOperationException))]
    public static double AverageOfSome(double[] a) => a.Where(v => v > 0).Average(v => v * v);

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 })]
    [At(new double[] { -2, -0.5 }, Throws = typeof(InvalidOperationException))]
    public static double ExtremesOfSome(double[] a) => a.Where(v => v > 0).Min() * a.Where(v => v > 0).Max();

    [Differentiable]
    [At(0.3, 6)]
    [At(0.3, 0)]
    public static double Series(double x, int n) => Enumerable.Range(1, n).Sum(k => Math.Pow(x, k) / k);

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 }, 3)]
    [At(new double[] { 1.5, -2, 3, -0.5 }, 9)]
    [At(new double[] { 1.5, -2, 3, -0.5 }, -1)]
    public static double Windows(double[] a, int n) => a.Skip(1).Zip(a, (next, here) => next - here).Take(n).Sum(d => d * d);

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 }, 0.5)]
    [Allocates("ToArray makes arrays")]
    public static double Materialised(double[] a, double x)
    {
        double[] scaled = a.Select(v => v * x).ToArray();
        scaled[0] *= x;
        double[] some = scaled.Where(v => v > -0.9).ToArray();
        return scaled.Sum() * some.Length + some[0] * some[^1];
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 }, 0.5)]
    public static double Enumerated(double[] a, double x)
    {
        double s = 0;
        foreach (double v in a.Select(v => v * x)) s += v * v * s + v;
        foreach (int i in Enumerable.Range(0, a.Length)) s += a[i] * i;
        return s;
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 }, 0.5)]
    public static double Deferred(double[] a, double x)
    {
        double scale = x;
        IEnumerable<double> scaled = a.Select(v => v * scale);
        double first = scaled.Sum();
        scale = x * x;
        a[0] = x;
        return first * scaled.Sum();
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 }, 0.5)]
    [At(new double[] { -1.5, -2 }, 0.5)]
    public static double Asked(double[] a, double x)
    {
        if (a.Any(v => v > 2)) return a.First(v => v > 2) * x;
        return a.All(v => v < 0) ? a.Last() * a.First() * x : x;
    }

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 }, 0.5)]
    public static double ByQuerySyntax(double[] a, double x) => (from v in a where v > -1 select v * v * x).Sum();

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 })]
    public static double MethodGroup(double[] a) => a.Select(Math.Sin).Sum() * a.Sum(Square);

    private static double Square(double v) => v * v;

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, -0.5 })]
    public static double Welford(double[] a)
    {
        (double mean, double m2, int _) = a.Aggregate((Mean: 0.0, M2: 0.0, N: 0), (s, v) =>
        {
            int n = s.N + 1;
            double d = v - s.Mean;
            double mean = s.Mean + d / n;
            return (mean, s.M2 + d * (v - mean), n);
        });
        return mean + m2 / a.Length;
    }

    [Differentiable]
    [At(new float[] { 1.5f, -2, 3, -0.5f }, 0.7f)]
    public static float SinglePrecision(float[] a, float x) => a.Sum() * a.Average() + a.Select(v => v * x).Max();

    [Differentiable]
    [At(new double[] { 1.5, -2, 3 }, new double[] { 1, 2 })]
    public static double Nested(double[] a, double[] b) => a.Sum(u => b.Sum(v => u * v * v) * u);

    [Differentiable]
    [At(new double[] { 1.5, -2, 3, 0.25 }, 0.7)]
    public static double NumberedAfterFilter(double[] a, double x) =>
        a.Where(v => v > 0).Select((v, i) => v * v * x * (i + 1)).Sum() + a.Where(v => v > 1).Where((v, i) => i > 0).Sum(v => v * x);
}
