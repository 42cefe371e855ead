// expect: refused or right
// expect-id: DIFF0102 at: switch
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class SwitchStatement
{
    [Differentiable]
    [At(3.0, 0, Gradient = new double[] { 6 })]
    [At(3.0, 1, Gradient = new double[] { 6 })]
    [At(3.0, 7, Gradient = new double[] { 1 })]
    public static double F(double x, int kind)
    {
        double y = x;
        switch (kind)
        {
            case 0:
            case 1:
                y *= x;
                break;
            default:
                break;
        }

        return y;
    }
}
