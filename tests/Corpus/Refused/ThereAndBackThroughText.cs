// expect: refused
// expect-id: DIFF0103 at: $"{x:R}"
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class ThereAndBackThroughText
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 2 })]
    public static double F(double x)
    {
        string text = $"{x:R}";
        return 2 * double.Parse(text);
    }
}
