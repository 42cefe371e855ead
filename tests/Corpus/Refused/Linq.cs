// expect: refused or right
// expect-id: DIFF0103 at: x.Select(v => v * v)
using System;
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class Linq
{
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, Gradient = new double[] { 2, 4, 6 })]
    public static double F(double[] x) => x.Select(v => v * v).Sum();
}
