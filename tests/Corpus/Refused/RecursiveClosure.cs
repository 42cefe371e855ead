// expect: refused
// expect-id: DIFF0110 at: Power(k - 1)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class RecursiveClosure
{
    [Differentiable]
    [At(3.0, 2, Gradient = new double[] { 6 })]
    public static double F(double x, int n)
    {
        double Power(int k) => k == 0 ? 1 : x * Power(k - 1);
        return Power(n);
    }
}
