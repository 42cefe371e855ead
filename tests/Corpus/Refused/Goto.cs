// expect: refused or right
// expect-id: DIFF0114 at: goto again;
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class Goto
{
    [Differentiable]
    [At(2.0, Gradient = new double[] { 12 })]
    public static double F(double x)
    {
        double s = 1;
        int i = 0;
    again:
        s *= x;
        if (++i < 3) goto again;
        return s;
    }
}
