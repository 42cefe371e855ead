// expect: refused
// expect-id: DIFF0101 at: a.Add(a[0])
// expect-id: DIFF0101 at: a.Capacity = 9
// expect-id: DIFF0101 at: a[0] = v
// a list of the caller that grows, or is changed while it is enumerated
using System;
using System.Collections.Generic;
using AutoDiff;

namespace Corpus.Refused;

public static partial class ListGrown
{
    [Differentiable]
    [At(new double[] { 3, 1, 2 }, Gradient = new double[] { 3, 1, 2 })]
    public static double F([Shape(3)] List<double> a)
    {
        a.Add(a[0]);
        a.Capacity = 9;
        foreach (double v in a) a[0] = v;
        return a[0] + 2 * a[1] + 3 * a[2];
    }
}
