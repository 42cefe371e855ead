// expect: refused or right
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class ExtensionMethod
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(this double x) => x * x;
}
