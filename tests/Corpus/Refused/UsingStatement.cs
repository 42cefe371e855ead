// expect: refused or right
// expect-id: DIFF0102 at: using
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class UsingStatement
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(double x)
    {
        using var stream = new System.IO.MemoryStream();
        return x * x;
    }
}
