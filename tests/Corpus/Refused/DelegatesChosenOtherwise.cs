// expect: refused
// expect-id: DIFF0101 at: f
// expect-id: DIFF0103 at: v => v * u
// expect-id: DIFF0103 at: v => v + w
// expect-id: DIFF0103 at: f(x)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class DelegatesChosenOtherwise
{
    private static double Twice(Func<double, double> f, double x) => f(f(x));

    [Differentiable]
    [At(3.0, 1)]
    public static double PassedOn(double x, int n)
    {
        Func<double, double> f = n > 0 ? Math.Sin : Math.Cos;
        return Twice(f, x);
    }

    [Differentiable]
    [At(3.0, 1)]
    public static double OfBoundNumbers(double x, int n)
    {
        Func<double, double> f = (x, n) switch
        {
            (> 0.2 and var u, 1) => v => v * u,
            (var w, _) => v => v + w,
        };
        return f(x);
    }
}
