// expect: refused
// expect-id: DIFF0103 at: Array.Sort(a, Backwards)
// expect-id: DIFF0103 at: a.OrderBy(v => v, Backwards)
// expect-id: DIFF0103 at: Array.BinarySearch(a, 2.0, Backwards)
// a comparer runs code that is not known, which could keep what it sees
using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class SortedByComparer
{
    private static readonly Comparer<double> Backwards = Comparer<double>.Create((x, y) => y.CompareTo(x));

    [Differentiable]
    [At(new double[] { 3, 1, 2 })]
    public static double InPlace(double[] a)
    {
        Array.Sort(a, Backwards);
        return a[0] + 2 * a[1] + 3 * a[2];
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2 })]
    public static double Query(double[] a) => a.OrderBy(v => v, Backwards).First();

    [Differentiable]
    [At(new double[] { 3, 1, 2 })]
    public static double Search(double[] a) => Array.BinarySearch(a, 2.0, Backwards) * a[0];
}
