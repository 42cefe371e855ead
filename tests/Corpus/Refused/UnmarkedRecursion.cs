// expect: refused or right
// expect-id: DIFF0103 at: Power(x, 3)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class UnmarkedRecursion
{
    [Differentiable]
    [At(2.0, Gradient = new double[] { 12 })]
    public static double F(double x) => Power(x, 3);

    private static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);
}
