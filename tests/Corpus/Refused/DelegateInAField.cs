// expect: refused
// expect-id: DIFF0104 at: kept
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class DelegateInAField
{
    private static Func<double, double>? kept;

    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(double x)
    {
        Func<double, double> f = v => v * x;
        kept = f;
        return f(x) + (kept is null ? 1 : 0);
    }
}
