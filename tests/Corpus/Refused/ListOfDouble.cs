// expect: refused or right
// expect-id: DIFF0103 at: new List<double> { x, x * x }
using System;
using System.Collections.Generic;
using AutoDiff;

namespace Corpus.Refused;

public static partial class ListOfDouble
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 7 })]
    public static double F(double x)
    {
        var list = new List<double> { x, x * x };
        double s = 0;
        foreach (double v in list) s += v;
        return s;
    }
}
