// expect: refused
// expect-id: DIFF0101 at: q
// expect-id: DIFF0101 at: q
// expect-id: DIFF0101 at: a
// expect-id: DIFF0101 at: (Q, double) r = t;
// expect-id: DIFF0101 at: (P A, double B) r = t;
// expect-id: DIFF0101 at: q
// expect-id: DIFF0101 at: [.. q]
// expect-id: DIFF0101 at: c || d
// conversions and operators of the user's own that C# runs without a word: of the elements of a loop or a spread, of the parts of a tuple
using AutoDiff;

namespace Corpus;

public static partial class ElementConversions
{
    public struct Q
    {
        public double X, Y;

        public static implicit operator double(Q p) => p.X * p.Y;

        public static implicit operator Q(double d) => new Q { X = d, Y = 2 };

        public readonly void Deconstruct(out double a, out double b)
        {
            a = X * Y;
            b = Y + 1;
        }
    }

    public struct P
    {
        public double X, Y;

        public static implicit operator P(Q v) => new P { X = v.Y, Y = v.X * v.X };

        public static implicit operator P(double d) => new P { X = d, Y = 2 * d };
    }

    public struct Fuzzy
    {
        public double Re;

        public static bool operator true(Fuzzy a) => a.Re > 0.5;

        public static bool operator false(Fuzzy a) => a.Re <= 0.5;

        public static Fuzzy operator &(Fuzzy a, Fuzzy b) => new Fuzzy { Re = a.Re * b.Re };

        public static Fuzzy operator |(Fuzzy a, Fuzzy b) => new Fuzzy { Re = a.Re + b.Re };
    }

    [Differentiable]
    [At(0.7)]
    public static double OfStructs(double x)
    {
        Q[] q = { new Q { X = x, Y = 3 } };
        double s = 0;
        foreach (P v in q) s = s * 0.5 + v.X * v.Y;
        return s;
    }

    [Differentiable]
    [At(0.7)]
    public static double ToNumbers(double x)
    {
        Q[] q = { new Q { X = x, Y = 3 } };
        double s = 0;
        foreach (double v in q) s = s * 0.5 + v * v;
        return s;
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5 })]
    public static double ToWholeNumbers(double[] a)
    {
        double s = 0;
        foreach (int v in a) s += v * a[0];
        return s;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfTuple(double x)
    {
        (double U, double V) t = (x, 2 * x);
        (Q, double) r = t;
        return r.Item1.X * r.Item2;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfTupleOfStructs(double x)
    {
        (Q A, double B) t = (new Q { X = x, Y = 3 }, x);
        (P A, double B) r = t;
        return r.A.X * r.B + r.A.Y;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfDeconstruction(double x)
    {
        var q = new Q { X = x, Y = 3 };
        (P u, P v) = q;
        return u.Y * v.X;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfSpread(double x)
    {
        Q[] q = { new Q { X = x, Y = 2 } };
        P[] p = [.. q];
        return p[0].X;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfOperator(double x)
    {
        var c = new Fuzzy { Re = x };
        var d = new Fuzzy { Re = 2 * x };
        return (c || d).Re;
    }
}
