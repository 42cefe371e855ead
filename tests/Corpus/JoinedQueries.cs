using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>LINQ that puts sequences one after the other, or takes the part of one that a condition bounds.</summary>
public static partial class JoinedQueries
{
    public record struct Knot(double X, double Y);

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, new double[] { 0.5, -1 })]
    [At(new double[] { 1 }, new double[] { 0.5, -1 })]
    public static double SumOfBoth(double[] a, double[] b) => a.Concat(b).Sum(x => x * x) * a.Concat(b.Select(x => Math.Sin(x))).Aggregate(1.0, (p, x) => p * x);

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double[] Extended(double[] a, double x) => a.Append(x * x).Prepend(x).Concat(a.Skip(1)).ToArray();

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double AppendedIsKept(double[] a, double x)
    {
        double y = x;
        IEnumerable<double> longer = a.Append(y);
        y *= 3;
        double sum = longer.Sum() * y;
        a[0] *= 2;
        foreach (double each in longer) sum += each * each;
        return sum;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, -1, 5 }, 0.5)]
    [At(new double[] { -1, 2, 3 }, 0.5)]
    public static double WhilePositive(double[] a, double x) => a.TakeWhile(v => v > 0).Sum(v => v * x) + a.SkipWhile(v => v > 0).Select(v => v * v).Sum();

    [Differentiable]
    [At(new double[] { 4, 2, -9, 16 }, 0.5)]
    public static double LooksNoFurther(double[] a, double x)
    {
        int looked = 0;
        double sum = a.Select(v => { looked++; return Math.Sqrt(v + x); }).TakeWhile(v => v > 1).Sum();
        return sum * looked;
    }

    [Differentiable]
    [At(new double[] { 4, 2, -9, 16 }, 0.5, 2)]
    [At(new double[] { 4, 2, -9, 16 }, 0.5, 7, Throws = typeof(ArgumentOutOfRangeException))]
    [At(new double[] { 4, 2, -9, 16 }, 0.5, -1, Throws = typeof(ArgumentOutOfRangeException))]
    public static double At(double[] a, double x, int i) => a.ElementAt(i) * x + a.Select(v => v * v).ElementAt(i);

    [Differentiable]
    [At(new double[] { 4, 2, -9, 16 }, 0.5, 1)]
    [At(new double[] { 4, 2, -9, 16 }, 0.5, 3, Throws = typeof(ArgumentOutOfRangeException))]
    public static double AtOfSome(double[] a, double x, int i) => a.Where(v => v > 0).Select(v => v * x).ElementAt(i) * a[0];

    [Differentiable]
    [At(new double[] { 4, 2, -9, 16 }, 0.5)]
    [At(new double[] { 4, 2 }, 0.5)]
    public static double FirstOrNone(double[] a, double x) => a.FirstOrDefault(v => v < 0) * x + a.Where(v => v > 100).FirstOrDefault() + a.Select(v => v * v).FirstOrDefault();

    [Differentiable]
    [At(new double[] { 4, 2, 9 }, 0.5)]
    public static double OfStructs(double[] a, double x)
    {
        var knots = a.Select(v => new Knot(v, v * x)).Append(new Knot(x, 1)).Where(k => k.X > 1);
        return knots.Sum(k => k.X * k.Y) + knots.FirstOrDefault(k => k.Y > 100).X + knots.ElementAt(1).Y;
    }

    [Differentiable]
    [At(new double[] { 4, 2, 9 }, new double[] { 3, 1 }, 0.5)]
    public static double Sorted(double[] a, double[] b, double x)
    {
        double[] all = a.Concat(b).Append(x).OrderBy(v => v).ToArray();
        double sum = 0;
        for (int i = 0; i < all.Length; i++) sum += (i + 1) * all[i] * all[i];
        return sum * b.Order().Concat(a.OrderDescending()).ElementAt(2);
    }

    [Differentiable]
    [At(new double[] { 4, 2, 9 }, new double[] { 3, 1 }, 0.5)]
    public static double FilteredParts(double[] a, double[] b, double x)
    {
        double sum = 0;
        foreach (double v in a.Where(v => v > 3).Concat(b.Where(v => v < 2)).Select(v => v * x))
        {
            if (v > 4) break;
            sum += v * v;
        }

        return sum + a.Where(v => v > 3).Concat(b).Max() * a.Concat(b).Count(v => v > 2.5) + a.Concat(b).Zip(b.Concat(a), (p, q) => p * q).Sum();
    }

    [Differentiable]
    [At(new double[] { 4, 2, 9 }, 0.5)]
    public static double MovingAverage(double[] a, double x) =>
        Enumerable.Range(0, a.Length).Select(i => a.Skip(i).Concat(a.Take(i)).Select((v, j) => v * j * x).Sum()).Aggregate((p, q) => p * q);

    [Differentiable]
    [At(new double[] { 4, 2, 9 }, 0.5)]
    public static double OfAList(double[] a, double x)
    {
        var list = new List<double> { x };
        list.AddRange(a.SkipWhile(v => v > 3));
        list.Add(a[0]);
        return list.Concat(a).Append(x).Average() * list.ElementAt(1) * list.FirstOrDefault();
    }

    [Differentiable]
    [At(new double[] { 4, 2, 9 }, 0.5)]
    public static double GrownAfterwards(double[] a, double x)
    {
        var list = new List<double> { x };
        IEnumerable<double> joined = list.Concat(a), longer = list.Append(x * 3), rest = list.SkipWhile(v => v < 0.7);
        list.Add(x * x);
        return joined.Sum(v => v * v) + longer.Sum() * x + rest.Count() + joined.ElementAt(2);
    }
}
