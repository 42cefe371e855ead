// expect: refused
// expect-id: DIFF0103 at: Scaled(x)
// expect-id: DIFF0103 at: scaled(x)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class DelegateReturned
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(double x)
    {
        Func<double, double> scaled = Scaled(x);
        return scaled(x);
    }

    private static Func<double, double> Scaled(double k) => v => v * k;
}
