// expect: refused
// expect-id: DIFF0103 at: Held.Evaluate(x)
// expect-id: DIFF0103 at: Library.Squared(x)
// code that could be followed, but speaks of members and types that are private to another class
using AutoDiff;

namespace Corpus;

public static partial class PrivateMembersElsewhere
{
    public sealed class Line
    {
        private readonly double _slope;

        public Line(double slope)
        {
            _slope = slope;
        }

        public double Evaluate(double x) => _slope * x * x;
    }

    public static class Library
    {
        private enum Kind
        {
            Square,
            Plain,
        }

        public static double Squared(double x)
        {
            Kind kind = x > 0 ? Kind.Square : Kind.Plain;
            return kind switch { Kind.Square => x * x, _ => x };
        }
    }

    public static readonly Line Held = new(2);

    [Differentiable]
    [At(0.7)]
    public static double OfAStaticField(double x) => Held.Evaluate(x);

    [Differentiable]
    [At(0.7)]
    public static double PrivateEnum(double x) => Library.Squared(x);
}
