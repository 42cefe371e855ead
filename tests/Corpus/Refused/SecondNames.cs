// expect: refused
// expect-id: DIFF0101 at: P r = x > y ? a : b;
// expect-id: DIFF0101 at: P r = x switch { > 1 => a, _ => b };
// expect-id: DIFF0101 at: var (b, c) = (a, y);
// expect-id: DIFF0104 at: c.X
// expect-id: DIFF0104 at: a.Or(b).X
// an object of a class that changes, which a condition, a switch, a deconstruction or one of several returns gives a second name
using AutoDiff;

namespace Corpus.Refused;

public static partial class SecondNames
{
    public class P
    {
        public double X;

        public static P Pick(P a, P b)
        {
            if (a.X > b.X) return a;
            return b;
        }

        public P Or(P b) => X > b.X ? this : b;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double Conditional(double x, double y)
    {
        var a = new P { X = x };
        var b = new P { X = y };
        P r = x > y ? a : b;
        r.X *= 2;
        return a.X * b.X;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double Switched(double x, double y)
    {
        var a = new P { X = x };
        var b = new P { X = y };
        P r = x switch { > 1 => a, _ => b };
        r.X *= 2;
        return a.X * b.X;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double Deconstructed(double x, double y)
    {
        var a = new P { X = x };
        var (b, c) = (a, y);
        b.X *= c;
        return a.X;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double Picked(double x, double y)
    {
        var a = new P { X = x };
        var b = new P { X = y };
        P c = P.Pick(a, b);
        c.X *= 2;
        return a.X * b.X;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double Ors(double x, double y)
    {
        var a = new P { X = x };
        var b = new P { X = y };
        a.Or(b).X *= y;
        return a.X * b.X;
    }
}
