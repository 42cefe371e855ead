// expect: refused
// expect-id: DIFF0004 at: Span<double>
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class SpanResult
{
    [Differentiable]
    [At(new double[] { 1, 2 })]
    public static Span<double> F(Span<double> x)
    {
        x[0] *= 2;
        return x;
    }
}
