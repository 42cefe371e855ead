// expect: refused or right
// expect-id: DIFF0103 at: (double)((decimal)x * 2m)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class DecimalDetour
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 2 })]
    public static double F(double x) => (double)((decimal)x * 2m);
}
