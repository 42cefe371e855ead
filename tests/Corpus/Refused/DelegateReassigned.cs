// expect: refused
// expect-id: DIFF0113 at: f
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class DelegateReassigned
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 1 })]
    [At(-3.0, Gradient = new double[] { -6 })]
    public static double F(double x)
    {
        Func<double, double> f = v => v;
        if (x < 0) f = v => v * x;
        return f(x);
    }
}
