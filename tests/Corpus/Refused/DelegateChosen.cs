// expect: refused
// expect-id: DIFF0103 at: x > 0 ? v => v * x : v => v
// expect-id: DIFF0103 at: f(x)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class DelegateChosen
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(double x)
    {
        Func<double, double> f = x > 0 ? v => v * x : v => v;
        return f(x);
    }
}
