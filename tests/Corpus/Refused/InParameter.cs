// expect: refused or right
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class InParameter
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(in double x) => x * x;
}
