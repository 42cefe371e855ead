using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>LINQ among loops, effects, structs, arrays of arrays, and at its edges.</summary>
public static partial class QueriesMixed
{
    public struct Sample
    {
        public double Weight;
        public double Value;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2 }, 0.7)]
    [Allocates("an array of structs")]
    public static double OfStructs(double[] a, double x)
    {
        var samples = new Sample[a.Length];
        for (int i = 0; i < a.Length; i++) samples[i] = new Sample { Weight = a[i], Value = a[i] * x };
        double weight = samples.Sum(s => s.Weight);
        return samples.Sum(s => s.Weight * s.Value * s.Value) / weight + samples.Where(s => s.Value > 1).Select(s => s.Value).Max();
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2 }, 0.7)]
    public static double IntoStructs(double[] a, double x) => a.Select(v => new Sample { Weight = v, Value = v * x }).Sum(s => s.Weight * s.Value);

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2 }, 0.7)]
    public static double EffectsInside(double[] a, double x)
    {
        double seen = 1;
        double s = a.Sum(v =>
        {
            seen *= v;
            return seen * x;
        });
        return s + seen;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2 }, 0.7)]
    public static double BetweenOperands(double[] a, double x)
    {
        double Next() => x *= 1.5;
        return x + a.Sum(v => v * Next()) * x + x;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2 }, 0.7)]
    public static double UntilSumIsLarge(double[] a, double x)
    {
        int rounds = 0;
        while (a.Sum(v => Math.Abs(v)) < 20 && rounds < 10)
        {
            for (int i = 0; i < a.Length; i++) a[i] *= 1 + x;
            rounds++;
        }
        return a.Max() * rounds;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2 }, 0.7)]
    [At(new double[] { 0.5, -1.5, 2 }, 0.7)]
    public static double InBranches(double[] a, double x) => x > 0 && a.All(v => v > 0) ? a.Average() * x : a.Min() + x;

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2 }, 0.7)]
    public static double LeavesEarly(double[] a, double x)
    {
        double s = 0;
        foreach (double v in a.Select(v => v * x).Where(v => v > 0.4))
        {
            if (s > 1) break;
            if (v > 1.3) continue;
            s += v * v;
        }
        return s;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2 }, new double[] { 2, 3 })]
    public static double PairsInLoop(double[] a, double[] b)
    {
        double s = 1;
        foreach ((double u, double v) in a.Zip(b)) s *= u + v * s;
        return s;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2 }, 0.7)]
    [Allocates("arrays of arrays")]
    public static double OfRows(double[] a, double x)
    {
        double[][] rows = [[x * a[1], x * x], [1, a[0], x]];
        return rows.Sum(row => row.Sum(v => v * v) * row.Length);
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2 }, new int[] { 2, 0 }, 0.7)]
    public static double ByIndices(double[] a, int[] which, double x) => which.Sum(i => a[i] * x) + which.Select(i => a[i]).Aggregate(1.0, (p, v) => p * v, p => p * x) + which.Sum() * x;

    [Differentiable]
    [At(new double[] { 0.5, double.NaN, 2 }, 0.7, Kink = true)]
    [At(new double[] { double.NaN, double.NaN }, 0.7, Kink = true)]
    [At(new double[] { double.NaN, 1, 3 }, 0.7, Kink = true)]
    public static double MostOfNaN(double[] a, double x) => a.Max() * x;

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 0.5 }, 0.7, Kink = true)]
    public static double Ties(double[] a, double x) => a.Min() * x + a.Select(v => -v).Max();

    [Differentiable]
    [At(0.7, 4)]
    public static double Repeated(double x, int n) => Enumerable.Repeat(x * x, n).Select((v, i) => v * i).Sum() + Enumerable.Range(0, n).Select(i => Math.Sin(x * i)).Max();

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2, 3, -1 }, 2)]
    [At(new double[] { 0.5, 1.5, 2, 3, -1 }, 9)]
    public static double Sliding(double[] a, int width) => Enumerable.Range(0, Math.Max(0, a.Length - width + 1)).Sum(i => a.Skip(i).Take(width).Sum() * a.Skip(i).Take(width).Max());

    [Differentiable]
    [At(new double[] { -0.0, -0.0 })]
    public static double MinusZero(double[] a) => a.Average() + a.Select(v => v).Average() + a.Sum();

    [Differentiable]
    [At(new double[] { -0.0, -0.0 })]
    public static double MinusZeroKept(double[] a) => a.Select(v => v).Average();

    [Differentiable]
    [At(new float[] { 0.1f, 0.7f, 1e3f, -9e2f, 3 }, 0.3f)]
    public static double SinglesAddInDouble(float[] a, float x) => a.Sum(v => v * x) + a.Average();

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2 }, 0.7)]
    public static double AssignedLater(double[] a, double x)
    {
        double[] b = a;
        IEnumerable<double> q = b.Select(v => v * x);
        b = [x, x];
        return q.Sum() + b.Sum();
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2 })]
    public static double VarianceByTuple(double[] a)
    {
        (double sum, double squares) = a.Aggregate((0.0, 0.0), (t, v) => (t.Item1 + v, t.Item2 + v * v));
        return squares / a.Length - sum * sum / (a.Length * a.Length);
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2 }, 0.3)]
    [Allocates("the array that ToArray makes is the result")]
    public static double[] Softmax(double[] a, double t)
    {
        double most = a.Max();
        double[] e = a.Select(v => Math.Exp((v - most) / t)).ToArray();
        double sum = e.Sum();
        return e.Select(v => v / sum).ToArray();
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2 }, new double[] { 0.5, -1 }, 0.3)]
    public static double SpreadElements(double[] a, double[] b, double x)
    {
        double[] all = [x, .. a, x * 2, .. b, .. a.Select(v => v * x)];
        all[1] *= all[0];
        double s = 0;
        for (int i = 0; i < all.Length; i++) s = s * 0.5 + all[i] * all[i] * (i + 1);
        return s;
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2 }, 0.3)]
    [Allocates("the array is the result")]
    public static double[] Padded(double[] a, double x) => [x, .. a, x * x];
}
