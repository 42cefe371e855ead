// expect: refused
// expect-id: DIFF0101 at: P r = x > y ? a : b;
// expect-id: DIFF0101 at: P r = x switch { > 1 => a, _ => b };
// expect-id: DIFF0101 at: var (b, c) = (a, y);
// expect-id: DIFF0101 at: renewed = new P { X = y }
// expect-id: DIFF0101 at: shared = new P { X = y }
// expect-id: DIFF0101 at: other = a;
// expect-id: DIFF0101 at: a
// expect-id: DIFF0101 at: b
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

    [Differentiable]
    [At(1.5, 0.7)]
    public static double OldOneKept(double x, double y)
    {
        var renewed = new P { X = x };
        P kept = renewed;
        renewed = new P { X = y };
        kept.X *= x;
        return renewed.X * kept.X;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double OldOneReferred(double x, double y)
    {
        var shared = new P { X = x };
        ref double kept = ref shared.X;
        shared = new P { X = y };
        kept *= x;
        return shared.X * kept;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double AnotherOnesName(double x, double y)
    {
        var a = new P { X = x };
        var other = new P { X = y };
        other = a;
        other.X *= 2;
        return a.X * other.X;
    }
}
