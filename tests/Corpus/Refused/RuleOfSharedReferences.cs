// expect: refused
// expect-id: DIFF0101 at: Exchange(ref x, ref x)
// expect-id: DIFF0101 at: Exchange(ref a[0], ref a[1])
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class RuleOfSharedReferences
{
    [Differentiable]
    [At(3.0, new double[] { 2, 1 })]
    public static double F(double x, double[] a)
    {
        Exchange(ref x, ref x);
        Exchange(ref a[0], ref a[1]);
        return x * a[0];
    }

    private static void Exchange(ref double x, ref double y) => (x, y) = (2 * y, x);

    [DerivativeOf(nameof(Exchange))]
    private static void ExchangeRule(ref double x, ref double y, ref double xAdjoint, ref double yAdjoint)
    {
        (xAdjoint, yAdjoint) = (yAdjoint, 2 * xAdjoint);
        Exchange(ref x, ref y);
    }
}
