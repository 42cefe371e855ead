// expect: refused
// expect-id: DIFF0110 at: Powers()
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class LocalIterator
{
    [Differentiable]
    [At(2.0, Gradient = new double[] { 5 })]
    public static double F(double x)
    {
        double s = 0;
        foreach (double v in Powers()) s += v;
        return s;

        System.Collections.Generic.IEnumerable<double> Powers()
        {
            yield return x;
            yield return x * x;
        }
    }
}
