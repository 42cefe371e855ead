// expect: refused
// expect-id: DIFF0101 at: a == b
// expect-id: DIFF0101 at: new Row(x, row) == new Row(x, row)
// expect-id: DIFF0101 at: new Length(x) == new Length(y)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class EqualityOfOthers
{
    public record Shape(double A);

    public record Box(double A, double B) : Shape(A);

    public record struct Row(double X, double[] Values);

    public record struct Length(double X)
    {
        public readonly bool Equals(Length other) => Math.Abs(other.X - X) < 0.1;

        public override readonly int GetHashCode() => 0;
    }

    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double OfDerivedRecords(double x)
    {
        Shape a = new Box(x, x), b = new Shape(x);
        return a == b ? x : x * x;
    }

    [Differentiable]
    [Allocates("an array")]
    [At(3.0, Gradient = new double[] { 1 })]
    public static double OfArrays(double x)
    {
        double[] row = [x];
        return new Row(x, row) == new Row(x, row) ? x : x * x;
    }

    [Differentiable]
    [At(3.0, 4.0, Gradient = new double[] { 6, 0 })]
    public static double ByItsOwnRule(double x, double y) => new Length(x) == new Length(y) ? x : x * x;
}
