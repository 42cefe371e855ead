// expect: refused
// expect-id: DIFF0101 at: var rest
// expect-id: DIFF0107 at: Late
using System;
using AutoDiff;

namespace Corpus.Refused;

/// <summary>Spans that stand for other memory each time: they cannot be recorded.</summary>
public static partial class SpanNamedByALoop
{
    [Differentiable]
    public static double Condition(double[] s)
    {
        double sum = 0;
        for (int i = 0; i < s.Length && s.AsSpan(i) is [var a, .. var rest]; i++) sum += a * rest.Length;
        return sum;
    }

    [Differentiable]
    public static double Late(double[] s)
    {
        ReadOnlySpan<double> part;
        if (s.Length > 2) part = s.AsSpan(1);
        else throw new ArgumentException("too short");
        return part[0] * part[1];
    }
}
