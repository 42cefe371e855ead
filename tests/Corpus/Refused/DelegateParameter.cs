// expect: refused or right
// expect-id: DIFF0103 at: f(x)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class DelegateParameter
{
    [Differentiable]
    [At(3.0, null!, Gradient = new double[] { 1 })]
    public static double F(double x, Func<double, double>? f) => f is null ? x : f(x);
}
