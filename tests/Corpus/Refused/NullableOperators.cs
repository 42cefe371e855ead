// expect: refused
// expect-id: DIFF0101 at: a + b
// expect-id: DIFF0101 at: y
// expect-id: DIFF0101 at: y++
// expect-id: DIFF0101 at: new double?[2]
// operators of the user's own, lifted to nullable operands; '++'; arrays of nullable numbers
using System.Numerics;
using AutoDiff;

namespace Corpus.Refused;

public static partial class NullableOperators
{
    public struct Meters
    {
        public double Value;

        public static implicit operator Meters(double value) => new() { Value = value };
    }

    [Differentiable]
    [At(1.5)]
    public static double Lifted(double x)
    {
        Complex? a = new Complex(x, 1), b = x > 0 ? new Complex(1, x) : null;
        Complex? c = a + b;
        return c is { } d ? d.Real : x;
    }

    [Differentiable]
    [At(1.5)]
    public static double LiftedConversion(double x)
    {
        double? y = x > 0 ? x : null;
        Meters? m = y;
        return m.HasValue ? m.Value.Value * x : 3;
    }

    [Differentiable]
    [At(1.5)]
    public static double Incremented(double x)
    {
        double? y = x;
        y++;
        return y.Value * x;
    }

    [Differentiable]
    [At(1.5)]
    public static double InAnArray(double x)
    {
        var a = new double?[2];
        a[0] = x;
        return (a[0] ?? 0) * x;
    }
}
