// expect: refused or right
// expect-id: DIFF0103 at: x
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class NullableAssigned
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 1 })]
    public static double F(double x)
    {
        double? y = null;
        y ??= x;
        return y.Value;
    }
}
