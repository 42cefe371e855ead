// expect: refused or right
// expect-id: DIFF0112 at: catch
// hard program 26
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class TryCatchFinally
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 1 })]
    public static double F(double x)
    {
        double y = 0;
        try
        {
            y = x * x;
            if (y > 4) throw new InvalidOperationException();
        }
        catch (InvalidOperationException)
        {
            y = x;
        }

        return y;
    }
}
