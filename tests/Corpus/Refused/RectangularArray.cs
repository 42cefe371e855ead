// expect: refused or right
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class RectangularArray
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 9 })]
    public static double F(double x)
    {
        double[,] m = new double[2, 2];
        m[0, 1] = x;
        m[1, 0] = 1.5 * x;
        return m[0, 1] * m[1, 0];
    }
}
