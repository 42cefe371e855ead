// expect: refused or right
// expect-id: DIFF0110 at: Add(v)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class CapturingLocalFunction
{
    [Differentiable]
    [At(1.4, Value = 10.864, Gradient = new double[] { 14.48 })]
    public static double F(double x)
    {
        double s = 0;
        for (int v = 1; v <= 3; v++) Add(v);
        return s;

        void Add(double v) => s = s * x + v * x;
    }
}
