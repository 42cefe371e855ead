// expect: refused or right
// expect-id: DIFF0006 at: in double x
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class InParameter
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(in double x) => x * x;
}
