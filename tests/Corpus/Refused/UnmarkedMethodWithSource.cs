// expect: refused or right
// a call of a method without the attribute, whose source is here
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class UnmarkedMethodWithSource
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 27 })]
    public static double F(double x) => Cube(x);

    private static double Cube(double x) => x * x * x;
}
