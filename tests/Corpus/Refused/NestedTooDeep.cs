// expect: refused or right
// expect-id: DIFF0111 at: s = Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(s))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
// beyond the limit of nesting: the stack of the compiler is not to overflow
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class NestedTooDeep
{
    [Differentiable]
    [At(0.0, Gradient = new double[] { 1 })]
    public static double F(double x)
    {
        double s = x;
        s = Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(Math.Sin(s))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))));
        return s;
    }
}
