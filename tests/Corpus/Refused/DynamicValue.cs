// expect: refused
// expect-id: DIFF0101 at: d * d
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class DynamicValue
{
    [Differentiable]
    [At(3.0)]
    public static double F(double x)
    {
        dynamic d = x;
        return d * d;
    }
}
