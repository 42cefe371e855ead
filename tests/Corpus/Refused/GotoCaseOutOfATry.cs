// expect: refused
// expect-id: DIFF0114 at: goto case 1;
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class GotoCaseOutOfATry
{
    [Differentiable]
    [At(3.0, 0, Gradient = new double[] { 8 })]
    public static double F(double x, int kind)
    {
        double y = x;
        switch (kind)
        {
            case 0:
                try
                {
                    if (y > 1) goto case 1;
                }
                finally
                {
                    y += 2;
                }

                break;
            case 1:
                y *= x;
                break;
        }

        return y;
    }
}
