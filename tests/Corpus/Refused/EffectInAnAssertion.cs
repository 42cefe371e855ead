// expect: refused
// expect-id: DIFF0101 at: System.Diagnostics.Debug.Assert((y = 5) > 0)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class EffectInAnAssertion
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(double x)
    {
        double y = x;
        System.Diagnostics.Debug.Assert((y = 5) > 0);
        return y * x;
    }
}
