// expect: refused or right
// expect-id: DIFF0101 at: (double)o
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class Boxing
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(double x)
    {
        object o = x;
        return (double)o * x;
    }
}
