// expect: refused
// expect-id: DIFF0103 at: Array.ConvertAll(new int[] { 1, 2 }, k => k * x)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class LambdaToUnknownCode
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 3 })]
    public static double F(double x)
    {
        double[] scaled = Array.ConvertAll(new int[] { 1, 2 }, k => k * x);
        return scaled[0] + scaled[1];
    }
}
