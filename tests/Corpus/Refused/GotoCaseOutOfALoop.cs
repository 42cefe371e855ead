// expect: refused
// expect-id: DIFF0114 at: goto case 1;
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class GotoCaseOutOfALoop
{
    [Differentiable]
    [At(3.0, 0, Gradient = new double[] { 6 })]
    public static double F(double x, int kind)
    {
        double y = x;
        switch (kind)
        {
            case 0:
                while (true)
                {
                    if (y > 1) goto case 1;
                    y += 1;
                }
            case 1:
                y *= x;
                break;
        }

        return y;
    }
}
