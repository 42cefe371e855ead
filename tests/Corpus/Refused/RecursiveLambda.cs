// expect: refused
// expect-id: DIFF0113 at: k => k == 0 ? 1 : x * power(k - 1)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class RecursiveLambda
{
    [Differentiable]
    [At(3.0, 2, Gradient = new double[] { 6 })]
    public static double F(double x, int n)
    {
        Func<int, double> power = null!;
        power = k => k == 0 ? 1 : x * power(k - 1);
        return power(n);
    }
}
