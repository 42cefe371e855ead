using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Searches answer with a place or a yes, which the derivative takes as it takes comparisons.</summary>
public static partial class Searching
{
    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5 }, new double[] { 0.5, 2, 1, 3 })]
    public static double AtTheGreatest(double[] a, double[] weights) => weights[Array.IndexOf(a, a.Max())] * a.Max() + Array.LastIndexOf(a, a.Min()) * a[0];

    // A table of values between whose places is interpolated.
    [Differentiable]
    [At(new double[] { 0, 1, 2.5, 4 }, new double[] { 1, 0.5, 2, -1 }, 1.7)]
    [At(new double[] { 0, 1, 2.5, 4 }, new double[] { 1, 0.5, 2, -1 }, 3.9)]
    public static double Interpolated(double[] x, double[] y, double at)
    {
        int place = Array.BinarySearch(x, at);
        if (place < 0) place = ~place - 1;
        double t = (at - x[place]) / (x[place + 1] - x[place]);
        return y[place] + t * (y[place + 1] - y[place]);
    }

    [Differentiable]
    [At(new double[] { 0, 1, 2.5, 4 }, new double[] { 1, 0.5, 2, -1 }, 1.7)]
    public static double InterpolatedInSpans(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double at)
    {
        int place = ~x[1..].BinarySearch(at);
        double t = (at - x[place]) / (x[place + 1] - x[place]);
        return y[place] + t * (y[place + 1] - y[place]);
    }

    [Differentiable]
    [At(new double[] { 0, 1, 2.5, 4 }, 2.5, Kink = true)]
    [At(new double[] { 0, 1, 2.5, 4 }, 0.3)]
    public static double InParts(double[] a, [NoGradient] double sought)
    {
        int first = Array.IndexOf(a, sought, 1), counted = Array.IndexOf(a, sought, 0, 2), last = Array.LastIndexOf(a, sought, 2), between = Array.BinarySearch(a, 1, 2, sought);
        return a[0] + a[1] * first + a[2] * counted * between + a[3] * last * a[3];
    }

    [Differentiable]
    [At(new double[] { 0, 1, 2.5, 4 }, 2.5, Kink = true)]
    [At(new double[] { 0, double.NaN, 2.5, double.NaN }, double.NaN, Kink = true)]
    public static double InSpans(Span<double> a, [NoGradient] double sought)
    {
        double s = a[0] * a[2];
        if (a.Contains(sought)) s += a[2] * a[2];
        ReadOnlySpan<double> read = a;
        return s + a.IndexOf(sought) * a[0] + read.LastIndexOf(sought) * a[2] + (a[1..].SequenceEqual(read[1..]) ? a[0] : 0);
    }

    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5 }, 1.1)]
    [At(new double[] { 3, 1, 4, 1.5 }, 8.0, Throws = typeof(IndexOutOfRangeException))]
    public static double ByDelegates(double[] a, double t)
    {
        double s = a[Array.FindIndex(a, v => v > t)] * Array.Find(a, v => v < t) + a[Array.FindLastIndex(a, v => v > t)] * Array.FindLast(a, v => v * v > t);
        if (Array.Exists(a, v => v > 3 * t)) s *= t;
        return Array.TrueForAll(a, v => v > 0) ? s * s : s;
    }

    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5 }, 1.1)]
    public static double FoundNowhere(double[] a, double t) => Array.Find(a, v => v > 9 * t) * t + Array.FindIndex(a, v => v < 0) * a[0] + Array.FindLast(a, v => v < 0);

    // The element that is found is read again after the predicate has been called.
    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5 }, 1.1)]
    public static double ByDelegatesThatWrite(double[] a, double t) => Array.Find(a, v =>
    {
        a[2] *= t;
        return v > 3.2;
    }) * a[2];

    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5 }, 1.1)]
    public static double ByDelegatesThatCount(double[] a, double t)
    {
        int asked = 0;
        double seen = 0;
        int place = Array.FindIndex(a, v =>
        {
            asked++;
            seen += v * t;
            return v > 3 * t;
        });
        return a[place] * asked + seen * seen;
    }

    [Differentiable]
    [At(new double[] { 3.2, 1.1, 4.3, 1.5 }, 3)]
    public static double WhileItChanges(double[] a, int rounds)
    {
        double s = 0;
        for (int r = 0; r < rounds; r++)
        {
            int place = Array.IndexOf(a, a.Min());
            s += a[place] * a[(place + 1) % a.Length];
            a[place] = a[place] * a[place] + 2 + r;
            while (Array.FindIndex(a, v => v > 20) is >= 0 and var large) a[large] /= 3;
        }

        return s;
    }

    [Differentiable]
    [At(2.0, 0.7)]
    public static double InLists(double x, double y)
    {
        var list = new List<double> { y, x, x * x, y };
        double s = list.IndexOf(x) * x + list.LastIndexOf(y) * y * x;
        if (list.Contains(x * x) && !list.Contains(0)) s *= y;
        if (list.Exists(v => v > x)) s += list.Find(v => v > x) * list.FindLast(v => v < x) + list[list.FindIndex(v => v > y)];
        list.Add(x * x * x);
        return s + list.BinarySearch(x * x) * y;
    }

    [Differentiable]
    [At(new float[] { 3, 1, 4, 1.5f }, 1.5f, Kink = true)]
    public static float SinglePrecision(float[] a, float t) => a[Array.IndexOf(a, 4f)] * t + Array.LastIndexOf(a, t) * a[0] + (a.AsSpan().Contains(t) ? t * t : 0);

    [Differentiable]
    [At(new int[] { 1, 3, 4 }, new double[] { 0.5, 2, -1 }, 3)]
    public static double WholeNumbers(int[] keys, double[] values, int key) => values[Array.BinarySearch(keys, key)] * values[Array.IndexOf(keys, 4)] * values[Array.FindIndex(keys, k => k < key)];

    // What is given a part of an array may change the array.
    [Differentiable]
    [At(new double[] { 3, 1, 4, 1.5 }, new int[] { 2, 0, 1, 3 })]
    public static double PlacesMoved(double[] a, int[] places)
    {
        double s = 1;
        for (int r = 0; r < 3; r++)
        {
            s = s * a[places[0]] + a[places[1]];
            places.AsSpan(r).Sort();
            s *= a[places[1]];
            Turn(places.AsSpan(1));
            Span<int> first = places;
            first[..3].Reverse();
        }

        return s;
    }

    private static void Turn(Span<int> places) => (places[0], places[^1]) = (places[^1], places[0]);
}
