using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>LINQ that puts elements in order: each enumeration begins by reading them all, and sorts anew.</summary>
public static partial class SortedQueries
{
    [Differentiable]
    [Allocates("LINQ")]
    [At(new double[] { 3, 1, 4, 1.5, 9, 2.6 }, 3)]
    public static double SumOfLargest(double[] a, int k) => a.OrderDescending().Take(k).Select((v, i) => v * (k - i)).Sum();

    [Differentiable]
    [Allocates("LINQ")]
    [At(new double[] { 3, 1, 4, 1.5, 9 })]
    [At(new double[] { 3, 1, 4, 1.5 })]
    [At(new double[] { 2.5 })]
    public static double Median(double[] a)
    {
        double[] sorted = a.Order().ToArray();
        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    // LINQ sorts stably: of equal keys the first element comes first.
    [Differentiable]
    [Allocates("LINQ")]
    [At(new double[] { 2, -1, -2, 1 }, Kink = true)]
    public static double Ties(double[] a) => a.OrderBy(Math.Abs).Select((v, i) => v * (i + 1)).Sum() + a.OrderByDescending(Math.Abs).Select((v, i) => v * (i + 1) * (i + 1)).Sum();

    [Differentiable]
    [Allocates("LINQ")]
    [At(new double[] { 2, -1.5, -0.3, 1 }, 0.4)]
    public static double ByDistance(double[] a, double centre) => a.OrderBy(v => Math.Abs(v - centre)).Aggregate(0.0, (s, v) => s * centre + v * v);

    [Differentiable]
    [Allocates("LINQ")]
    [At(new double[] { 2.2, -1.5, 2.7, -1.1, 0.3 })]
    public static double ByWholePartThenItself(double[] a) =>
        a.OrderByDescending(v => Math.Floor(v)).ThenBy(v => v).Select((v, i) => v * (i + 1)).Sum()
        + a.OrderBy(v => v > 0).ThenByDescending(v => v * v).ThenBy(v => v).Select((v, i) => v * v * (i + 1)).Sum();

    [Differentiable]
    [Allocates("LINQ")]
    [At(new double[] { 2.2, -1.5, 2.7, -1.1 }, new double[] { 0.5, 2, 1, 3 })]
    public static double ByPlaces(double[] a, double[] weights)
    {
        double s = 0;
        foreach (int i in Enumerable.Range(0, a.Length).OrderBy(i => a[i] * weights[i])) s = s * 0.5 + a[i] * weights[i] * weights[i];
        return s;
    }

    [Differentiable]
    [Allocates("LINQ")]
    [At(new double[] { 2.2, -1.5, 2.7, -1.1 }, 0.4)]
    public static double OfSome(double[] a, double x) => a.Where(v => v > -1.3).Select(v => v * x).Order().Take(2).Select((v, i) => v * v * (i + x)).Sum();

    // What is enumerated is what the array holds then, and it does not change on the way.
    [Differentiable]
    [Allocates("LINQ")]
    [At(new double[] { 3, 1, 4, 1.5 }, 1.1)]
    public static double Deferred(double[] a, double t)
    {
        IOrderedEnumerable<double> ordered = a.OrderBy(v => v * t);
        IEnumerable<double> some = a.Where(v => v > t).Order().Skip(1);
        double s = ordered.First() * 3;
        a[0] = t * t;
        t *= -1;
        foreach (double v in ordered)
        {
            s = s * 0.5 + v * v;
            a[1] = s;
        }

        Array.Sort(a);
        return s + some.First() * some.Sum();
    }

    [Differentiable]
    [Allocates("LINQ")]
    [At(new double[] { 3, 1, 4, 1.5 })]
    public static double ReversedWhileWritten(double[] a)
    {
        double s = 0;
        int i = 0;
        foreach (double v in a.Reverse())
        {
            s += v * (i + 1);
            a[i++] = s;
        }

        return s + a.Where(v => v > 0).Reverse().First() * a.Order().Reverse().Take(2).Sum();
    }

    [Differentiable]
    [Allocates("LINQ")]
    [At(new double[] { 3.1, 1.2, 4.3, 1.7 }, 3)]
    public static double SortedInRounds(double[] a, int rounds)
    {
        double s = 0;
        for (int r = 0; r < rounds; r++)
        {
            a = a.OrderBy(v => r % 2 == 0 ? v : -v).ToArray();
            a[0] *= 1.5;
            s += a[0] * a[1] * a[^1];
        }

        return s;
    }

    [Differentiable]
    [At(new double[] { 3, -1, -4.5, 1.5 }, new double[] { 0.5, 2, 1, 3 })]
    [At(new double[] { }, new double[] { }, Throws = typeof(InvalidOperationException))]
    public static double Extremes(double[] a, double[] weights) =>
        a.MaxBy(v => v * v) * a.MinBy(Math.Abs) + weights[Enumerable.Range(0, a.Length).MaxBy(i => a[i] * weights[i])];

    [Differentiable]
    [At(new double[] { 1, -1, 1 }, Kink = true)]
    public static double ExtremesAtTies(double[] a) => a.MaxBy(v => v * v) * 2 + a.MinBy(v => v * v);

    [Differentiable]
    [Allocates("LINQ")]
    [At(new double[] { 3, -1, -4.5, 1.5 }, new double[] { 0.5, 2, 1, 3 })]
    public static double Pairs(double[] x, double[] y)
    {
        double area = 0, lastX = 0, lastY = 0;
        foreach ((double u, double v) in x.Zip(y).OrderBy(p => p.First))
        {
            area += (u - lastX) * (v + lastY) / 2;
            (lastX, lastY) = (u, v);
        }

        return area * x.Zip(y).MaxBy(p => p.First * p.Second).Second;
    }

    [Differentiable]
    [Allocates("LINQ")]
    [At(new float[] { 3, -1, -4.5f, 1.5f })]
    public static float SinglePrecision(float[] a) => a.OrderBy(v => -v).First() * a.Order().Last() + a.OrderDescending().Last();

    // A query that counts, and one that takes, begin anew each time.
    [Differentiable]
    [At(new double[] { 3, -1, 4, 1.5 }, 2.0)]
    public static double EnumeratedTwice(double[] a, double x)
    {
        IEnumerable<double> numbered = a.Where(v => v > 0).Select((v, i) => v * i);
        var list = new List<double> { x, 2 * x };
        IEnumerable<double> taken = list.Take(3);
        double s = numbered.Sum() * taken.Sum();
        list.Add(7 * x);
        list.Add(5);
        return s + numbered.Sum() * taken.Sum();
    }

    [Differentiable]
    [Allocates("LINQ")]
    [At(new double[] { 3, -1, 4, 1.5 })]
    public static double ByQuerySyntax(double[] a) => (from v in a where v > 0 orderby -v select v * v).Aggregate((s, v) => s * 0.5 + v);
}
