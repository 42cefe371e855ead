// expect: refused
// expect-id: DIFF0104 at: global
// hard program 28: global state carries the active value
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class StaticFieldWrite
{
    private static double global;

    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(double x)
    {
        global = x;
        return global * global;
    }
}
