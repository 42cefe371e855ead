// expect: refused or right
// expect-id: DIFF0101 at: v => s = s * x + v * x
// hard program 19: a closure over a variable that it overwrites
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class LambdaCapturingMutable
{
    [Differentiable]
    [At(1.4, Value = 10.864, Gradient = new double[] { 14.48 })]
    public static double F(double x)
    {
        double s = 0;
        Action<double> add = v => s = s * x + v * x;
        foreach (double v in new double[] { 1, 2, 3 }) add(v);
        return s;
    }
}
