// expect: refused or right
// hard program 32
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class PropertyAccumulator
{
    [Differentiable]
    [At(3.0, Gradient = new double[] { 8 })]
    public static double F(double x)
    {
        var total = new Total();
        total.Sum += x * x;
        total.Sum += 2 * x;
        return total.Sum;
    }

    private sealed class Total
    {
        public double Sum { get; set; }
    }
}
