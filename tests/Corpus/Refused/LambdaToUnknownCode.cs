// expect: refused
// expect-id: DIFF0103 at: new List<int> { 1, 2 }.ConvertAll(k => k * x)
using System.Collections.Generic;
using AutoDiff;

namespace Corpus.Refused;

public static partial class LambdaToUnknownCode
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 3 })]
    public static double F(double x)
    {
        List<double> scaled = new List<int> { 1, 2 }.ConvertAll(k => k * x);
        return scaled[0] + scaled[1];
    }
}
