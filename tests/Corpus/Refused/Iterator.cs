// expect: refused
// expect-id: DIFF0004 at: IEnumerable<double>
using System;
using System.Collections.Generic;
using AutoDiff;

namespace Corpus.Refused;

public static partial class Iterator
{
    [Differentiable]
    [At(2.0)]
    public static IEnumerable<double> F(double x)
    {
        yield return x;
        yield return x * x;
    }
}
