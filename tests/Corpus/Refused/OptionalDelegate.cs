// expect: refused
// expect-id: DIFF0113 at: Apply(x, v => v * x)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class OptionalDelegate
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(double x) => Apply(x, v => v * x) + Apply(x);

    private static double Apply(double v, Func<double, double>? f = null) => f is null ? v : f(v) - v;
}
