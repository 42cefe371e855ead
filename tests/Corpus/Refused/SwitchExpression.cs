// expect: refused or right
// expect-id: DIFF0101 at: (kind, x) switch { (1, _) => x * x, (_, > 0) => 1 / x, _ => 0, }
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class SwitchExpression
{
    [Differentiable]
    [At(3.0, 1, Gradient = new double[] { 6 })]
    [At(3.0, 2, Gradient = new double[] { -0.1111111111111111 })]
    [At(-3.0, 2, Gradient = new double[] { 0 })]
    public static double F(double x, int kind) => (kind, x) switch
    {
        (1, _) => x * x,
        (_, > 0) => 1 / x,
        _ => 0,
    };
}
