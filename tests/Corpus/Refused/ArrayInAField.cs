// expect: refused
// expect-id: DIFF0104 at: Cache[0]
// the field is read-only, its elements are not: global state again
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class ArrayInAField
{
    private static readonly double[] Cache = new double[2];

    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(double x)
    {
        Cache[0] = x;
        return Cache[0] * Cache[0];
    }
}
