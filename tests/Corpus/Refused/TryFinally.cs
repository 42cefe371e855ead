// expect: refused or right
// expect-id: DIFF0102 at: try
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class TryFinally
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(double x)
    {
        double y = x;
        try
        {
            y *= x;
        }
        finally
        {
            y += 1;
        }

        return y;
    }
}
