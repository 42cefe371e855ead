// expect: refused
// expect-id: DIFF0101 at: [.. a, a[0] *= x]
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class SpreadWithEffects
{
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 2.0)]
    public static double F(double[] a, double x)
    {
        double[] b = [.. a, a[0] *= x];
        return b[0] * b[3];
    }
}
