// expect: refused or right
// expect-id: DIFF0101 at: y ?? 0
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class NullableDouble
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(double x)
    {
        double? y = x > 0 ? x * x : null;
        return y ?? 0;
    }
}
