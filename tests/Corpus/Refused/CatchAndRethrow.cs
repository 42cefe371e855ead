// expect: refused
// expect-id: DIFF0112 at: catch
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class CatchAndRethrow
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(double x)
    {
        try
        {
            return x * x;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException("no square", e);
        }
    }
}
