// expect: refused or right
// expect-id: DIFF0103 at: Powers(x)
using System;
using System.Collections.Generic;
using AutoDiff;

namespace Corpus.Refused;

public static partial class ForeachOverIterator
{
    [Differentiable]
    [At(2.0, Gradient = new double[] { 5 })]
    public static double F(double x)
    {
        double s = 0;
        foreach (double v in Powers(x)) s += v;
        return s;
    }

    private static IEnumerable<double> Powers(double x)
    {
        yield return x;
        yield return x * x;
    }
}
