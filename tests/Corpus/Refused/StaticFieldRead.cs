// expect: refused or right
// the field is not read-only, but nothing active flows into it
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class StaticFieldRead
{
    private static double scale = 2;

    public static void Rescale(double to) => scale = to;

    [Differentiable]
    [At(3.0, Gradient = new double[] { 12 })]
    public static double F(double x) => scale * x * x;
}
