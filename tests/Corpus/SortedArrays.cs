using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays, spans and lists that the framework sorts or reverses in place: the derivative goes where the values go.</summary>
public static partial class SortedArrays
{
    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5, 9, 2.6 })]
    [At(new double[] { 2.5 })]
    [At(new double[] { })]
    public static double Weighed(double[] a)
    {
        Array.Sort(a);
        double s = 0;
        for (int i = 0; i < a.Length; i++) s += (i + 1) * a[i] * a[i];
        return s;
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2 }, Gradient = new double[] { 3, 1, 2 })]
    public static double Ranked(double[] a)
    {
        Array.Sort(a);
        return a[0] + 2 * a[1] + 3 * a[2];
    }

    // Equal elements keep the places that the framework gives them, and each has the derivative of its place.
    [Differentiable]
    [At(new double[] { 2, 1, 2, 1 }, Kink = true)]
    [At(new double[] { 0.0, -0.0, 0.0 }, Kink = true)]
    [At(new double[] { double.NaN, 1, double.NegativeInfinity, double.NaN }, Kink = true)]
    public static double Ties(double[] a)
    {
        Array.Sort(a);
        double s = 0;
        for (int i = 0; i < a.Length; i++) s += (i + 1) * a[i];
        return s;
    }

    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5, 9 }, 0.2)]
    public static double TrimmedMean(ReadOnlySpan<double> values, double share)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        int cut = (int)Derivative.Stop(share * sorted.Length);
        double s = 0;
        for (int i = cut; i < sorted.Length - cut; i++) s += sorted[i];
        return s / (sorted.Length - 2 * cut) * (1 + share);
    }

    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5, 9 }, 0.3)]
    public static double Quantile(double[] a, double level)
    {
        double[] sorted = (double[])a.Clone();
        sorted.AsSpan().Sort();
        double place = level * (sorted.Length - 1);
        int below = (int)Math.Floor(Derivative.Stop(place));
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5, 9 }, 1, 3)]
    [At(new double[] { 3, 1, 4, 1.5, 9 }, 5, 0)]
    [At(new double[] { 3, 1, 4, 1.5, 9 }, -1, 3, Throws = typeof(ArgumentOutOfRangeException))]
    [At(new double[] { 3, 1, 4, 1.5, 9 }, 3, 3, Throws = typeof(ArgumentException))]
    public static double PartSorted(double[] a, int start, int length)
    {
        Array.Sort(a, start, length);
        Array.Reverse(a, 1, 4);
        return a[0] * a[1] - a[2] * a[3] * a[3] + a[4];
    }

    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5, 9 }, -1, 3, Throws = typeof(ArgumentOutOfRangeException))]
    [At(new double[] { 3, 1, 4, 1.5, 9 }, 3, 3, Throws = typeof(ArgumentException))]
    [At(new double[] { 3, 1, 4, 1.5, 9 }, 2, 3)]
    public static double PartReversed(double[] a, int start, int length)
    {
        Array.Reverse(a, start, length);
        return a[0] * a[1] - a[2] * a[3] * a[3] + a[4];
    }

    // The area under points that come in any order.
    [Differentiable]
    [At(new double[] { 2, 0.5, 1, 3 }, new double[] { 4, 0.25, 1, 8 })]
    [At(new double[] { 2, 0.5, 1 }, new double[] { 4, 0.25 }, Throws = typeof(ArgumentException))]
    public static double Trapezium(double[] x, double[] y)
    {
        Array.Sort(x, y);
        double s = 0;
        for (int i = 1; i < x.Length; i++) s += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        return s;
    }

    [Differentiable]
    [At(new int[] { 3, 1, 2 }, new double[] { 0.5, 2, -1, 7 })]
    public static double ByWholeKeys(int[] keys, double[] items)
    {
        Array.Sort(keys, items);
        return items[0] * items[1] * keys[2] + items[2] * keys[0] + items[3];
    }

    [Differentiable]
    [Allocates("an int[]")]
    [At(new double[] { 0.5, 2, -1, 7 })]
    public static double PlacesOfSorted(double[] a)
    {
        int[] places = new int[a.Length];
        for (int i = 0; i < places.Length; i++) places[i] = i;
        Array.Sort((double[])a.Clone(), places);
        double s = 0;
        for (int i = 0; i < places.Length; i++) s = s * 0.5 + a[places[i]] * a[places[i]] * i;
        return s;
    }

    [Differentiable]
    [Allocates("an int[] and delegates")]
    [At(new double[] { 0.5, 2, -1, 7 }, 3)]
    public static double NearestInRounds(double[] a, int rounds)
    {
        double s = 0;
        int[] places = Enumerable.Range(0, a.Length).ToArray();
        for (int r = 0; r < rounds; r++)
        {
            double centre = a[0] * r;
            Array.Sort(places, (i, j) => Math.Abs(a[i] - centre).CompareTo(Math.Abs(a[j] - centre)));
            s += a[places[0]] * a[places[1]] * (r + 1);
            a[0] = Math.Sin(s);
        }

        return s;
    }

    [Differentiable]
    [Allocates("delegates")]
    [At(new double[] { 3, -1, 4, 1.5, -9 }, 0.7)]
    public static double Descending(double[] a, double scale)
    {
        Array.Sort(a, (x, y) => y.CompareTo(x));
        double s = a[0] * a[1] * scale;
        a.AsSpan(1, 3).Sort((x, y) => Math.Abs(x * scale).CompareTo(Math.Abs(y * scale)));
        return s + a[1] * a[2] * a[2];
    }

    [Differentiable]
    [Allocates("delegates")]
    [At(new double[] { 3, -1, 4, 1.5, -9 })]
    public static double ByAMethod(double[] a)
    {
        Array.Sort(a, ByMagnitude);
        return a[0] * a[1] * a[1] - a[4];
    }

    private static int ByMagnitude(double x, double y) => Math.Abs(x).CompareTo(Math.Abs(y));

    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5, 9 }, 3)]
    public static double SortedInRounds(double[] a, int rounds)
    {
        double s = 0;
        for (int r = 0; r < rounds; r++)
        {
            for (int i = 0; i < a.Length; i++) a[i] = Math.Sin(a[i] * (r + 1.5) + i);
            Array.Sort(a);
            if (a[0] < 0) Array.Reverse(a);
            s += a[0] * a[^1];
        }

        return s;
    }

    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5 })]
    public static double SortedTwice(double[] a)
    {
        Array.Sort(a);
        double s = a[0] * a[1];
        a[0] = a[3] * a[2];
        Array.Sort(a);
        return s + a[0] * a[0] * a[1];
    }

    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5 })]
    public static double UnderOtherNames(double[] a)
    {
        double[] same = a;
        Span<double> tail = a.AsSpan(1);
        double first = tail[0] * same[0];
        tail.Sort();
        first += same[1] * same[1] * a[0];
        Array.Reverse(same);
        return first + tail[0] * tail[1] * tail[1] + a[0];
    }

    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5, 0.5, 0.2 })]
    public static double RowsOfATable([Shape(2, 3)] double[,] table)
    {
        var rows = new double[table.GetLength(0)][];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = new double[table.GetLength(1)];
            for (int j = 0; j < rows[i].Length; j++) rows[i][j] = table[i, j] * table[i, j];
        }

        double s = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            Array.Sort(rows[i]);
            rows[i].AsSpan().Reverse();
            s += rows[i][0] * rows[i][1] - rows[i][2] * (i + 1);
        }

        return s;
    }

    [Differentiable]
    [At(0.7, new double[] { 3, 1, 2 }, Gradient = new double[] { 1 + 4 + 9 })]
    public static double ConstantsSorted(double x, [NoGradient] double[] weights)
    {
        Array.Sort(weights);
        double s = 0;
        for (int i = 0; i < weights.Length; i++) s += x * weights[i] * (i + 1);
        return s;
    }

    [Differentiable]
    [At(new float[] { 3, 1, 4, 1.5f })]
    public static float SinglePrecision(float[] a)
    {
        Array.Sort(a);
        Array.Reverse(a);
        return a[0] * a[1] - a[2] * a[3] * a[3];
    }

    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5 })]
    public static double InAHelper(double[] a)
    {
        double[] squares = new double[a.Length];
        for (int i = 0; i < a.Length; i++) squares[i] = a[i] * a[i];
        SortHalf(squares, 2);
        return squares[0] * squares[1] + squares[2] / squares[3];
    }

    private static void SortHalf(Span<double> values, int count) => values[..count].Sort();

    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5 })]
    public static void Result(double[] a)
    {
        Array.Sort(a);
        a[0] *= a[1];
    }

    [Differentiable]
    [At(2.0, 0.7)]
    public static double ListSorted(double x, double y)
    {
        var list = new List<double> { x * x, y, x * y, Math.Sin(x) };
        list.Sort();
        double s = list[0] * list[1];
        list.Reverse();
        list.Add(x - y);
        return s + list[0] * list[1] * list[^1];
    }

    [Differentiable]
    [Allocates("pairs are structs, their array is not pooled")]
    [At(new double[] { 3, -1, 4, 1.5 })]
    public static double PairsSorted(double[] a)
    {
        var pairs = new (double Key, int Place)[a.Length];
        for (int i = 0; i < pairs.Length; i++) pairs[i] = (a[i] * a[i], i);
        Array.Sort(pairs);
        double s = 0;
        for (int i = 0; i < pairs.Length; i++) s += pairs[i].Key * i + a[pairs[i].Place] * i * i;
        return s;
    }
}
