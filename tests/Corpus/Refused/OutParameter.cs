// expect: refused or right
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class OutParameter
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 7 })]
    public static double F(double x)
    {
        Split(x, out double y);
        return x + y;
    }

    private static void Split(double x, out double y) => y = x * x;
}
