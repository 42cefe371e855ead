// expect: refused or right
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class JaggedArray
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 9 })]
    public static double F(double x)
    {
        double[][] rows = { new double[] { x }, new double[] { 1.5 * x } };
        return rows[0][0] * rows[1][0];
    }
}
