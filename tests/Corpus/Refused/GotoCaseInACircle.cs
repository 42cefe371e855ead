// expect: refused
// expect-id: DIFF0114 at: goto case 0;
// expect-id: DIFF0114 at: goto case 1;
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class GotoCaseInACircle
{
    [Differentiable]
    [At(3.0, 0, Gradient = new double[] { 27 })]
    public static double F(double x, int kind)
    {
        double y = 1;
        switch (kind)
        {
            case 0:
                y *= x;
                goto case 1;
            case 1:
                if (y < 20) goto case 0;
                break;
        }

        return y;
    }
}
