// expect: refused or right
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class ParamsArray
{
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, Gradient = new double[] { 2, 4, 6 })]
    public static double F(params double[] x)
    {
        double s = 0;
        foreach (double v in x) s += v * v;
        return s;
    }
}
