// expect: refused or right
// expect-id: DIFF0103 at: Array.Sort(a)
// a library method that moves active elements about
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class LibrarySort
{
    [Differentiable]
    [At(new double[] { 3, 1, 2 }, Gradient = new double[] { 3, 1, 2 })]
    public static double F(double[] a)
    {
        Array.Sort(a);
        return a[0] + 2 * a[1] + 3 * a[2];
    }
}
