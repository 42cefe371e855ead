using System;
using AutoDiff;

namespace Corpus;

/// <summary>Structs of the user: fields, methods, properties, operators and constructors of their own.</summary>
public static partial class Structs
{
    public struct Pair
    {
        public double A;
        public double B;

        public Pair(double a, double b)
        {
            A = a;
            B = b;
        }

        public readonly double Product => A * B;

        public double Ratio
        {
            readonly get => A / B;
            set => A = value * B;
        }

        public void Bump(double by)
        {
            A += by;
            B *= A;
        }

        public static Pair operator +(Pair x, Pair y) => new(x.A + y.A, x.B + y.B);

        public static Pair operator *(double k, Pair x) => new(k * x.A, k * x.B);

        public static Pair operator -(Pair x) => new(-x.A, -x.B);

        public static double operator *(Pair x, Pair y) => x.A * y.A + x.B * y.B;

        public static implicit operator Pair(double x) => new(x, 1);
    }

    public readonly struct Vector
    {
        public readonly double X, Y, Z;

        public Vector(double x, double y, double z) => (X, Y, Z) = (x, y, z);

        public double Norm => Math.Sqrt(Dot(this));

        public double Dot(in Vector other) => X * other.X + Y * other.Y + Z * other.Z;

        public Vector Cross(Vector o) => new(Y * o.Z - Z * o.Y, Z * o.X - X * o.Z, X * o.Y - Y * o.X);

        public static Vector operator -(Vector a, Vector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);
    }

    public struct Segment
    {
        public Pair From;
        public Pair To;
        public int Weight;

        public readonly double Length => Math.Sqrt(Math.Pow(To.A - From.A, 2) + Math.Pow(To.B - From.B, 2)) * Weight;
    }

    // Hard program 20: a copy is a copy.
    [Differentiable]
    [At(new double[] { 2, 3 }, Value = 15, Gradient = new double[] { 12, 5 })]
    public static double CopyThenChange(Pair p)
    {
        var q = p;
        q.A *= p.B;
        return p.A * q.A + q.B;
    }

    // Hard program 20b, through a reference.
    [Differentiable]
    [At(new double[] { 2, 3 }, Value = 30, Gradient = new double[] { 0, 19 })]
    public static double CrossFields(ref Pair s)
    {
        s.A = s.B;
        s.B = s.A * s.A;
        return s.A + 3 * s.B;
    }

    [Differentiable]
    [At(new double[] { 0.7, -1.2 }, 1.5)]
    public static double Operators(Pair p, double x)
    {
        Pair q = 2 * p + -new Pair(x, x * x);
        q += p;
        Pair one = x;
        return q * p + q.Product * one.A;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.1 }, 0.3)]
    public static double Mutators(Pair p, double x)
    {
        p.Bump(x);
        var q = p;
        q.Ratio = x;
        p.Bump(q.A);
        q.Bump(p.B);
        return p.A * p.B + q.A * q.B;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5 }, new double[] { 0.3, -0.2, 0.9 })]
    public static double Geometry(Vector a, Vector b)
    {
        Vector c = a.Cross(b);
        return c.Norm + (a - b).Norm * c.Dot(a - c);
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, new double[] { 4, 6.5 }, 3)]
    public static double Nested(Pair from, Pair to, int weight)
    {
        var segment = new Segment { From = from, To = to, Weight = weight };
        segment.To.A += from.B;
        Segment copy = segment;
        copy.From.B *= 2;
        return segment.Length * copy.Length;
    }

    [Differentiable]
    [At(0.7, 1.1)]
    public static Pair Result(double a, double b)
    {
        var p = new Pair(a * b, Math.Sin(a));
        for (int i = 0; i < 3; i++) p = b * p + new Pair(a, 1);
        return p;
    }

    [Differentiable]
    [At(0.7, true)]
    [At(0.7, false)]
    public static double Chosen(double x, bool first)
    {
        Pair p = first ? new Pair(x, 2 * x) : new Pair(x * x, 3);
        if (p.A > 0.5) p = new Pair(p.B, p.A);
        return p.A * p.A * p.B;
    }

    [Differentiable]
    [At(new double[] { 0.4, 0.9 })]
    [At(new double[] { 3.4, 0.9 })]
    public static double LoopOverState(Pair p)
    {
        var state = p;
        int steps = 0;
        while (state.A < 10 && steps < 20)
        {
            state = new Pair(state.A + state.B * 0.7, state.B * 1.1 - state.A * 0.01);
            steps++;
        }

        return state.A * p.B + state.B;
    }

    [Differentiable]
    [At(new double[] { 0.4, 0.9 }, 2.0)]
    public static void InPlace(ref Pair p, double k)
    {
        p.A *= k;
        Pair old = p;
        p = new Pair(old.B, old.A * old.B);
        p.Bump(k);
    }

    [Differentiable]
    [At(new double[] { 0.4, 0.9 })]
    public static double Overwritten(Pair p)
    {
        p = new Pair(p.B, p.A);
        p = new Pair(p.B * p.B, p.A);
        return p.A * p.B;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, new double[] { 0.5, -1, 2 })]
    public static double SameMethodTwice(Vector a, Vector b) => Project(a, b) * Project(b, a);

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, new double[] { 0.5, -1, 2 })]
    private static double Project(Vector a, Vector b) => a.Dot(b) / b.Norm;

    [Differentiable]
    [At(new double[] { 0.3, 0.8 }, 4)]
    public static double Recursive(Pair p, int n) => n == 0 ? p.A : Step(p, n);

    private static double Step(Pair p, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            (p.A, p.B) = (p.B, p.A + p.B * p.B);
            sum += p.A * i;
        }

        return sum;
    }

    [Differentiable]
    [At(new double[] { 2, 3 }, 0.5)]
    public static double DefaultAndUnset(Pair p, double x)
    {
        Pair zero = default;
        Pair later;
        later.A = x;
        later.B = p.A;
        var empty = new Pair();
        return (zero + later + empty) * p;
    }

    public struct Counter
    {
        public double Value;

        public double Next => Value *= 1.5;

        public double Add(double by)
        {
            double before = Value;
            Value += by;
            return before + Twice() * Value;
        }

        public double Twice() => Value * 2 + (Value = Value * 0.5);

        public double Chain() => Value + Twice() * Value + Next;
    }

    // What an operand reads of a struct, a later operand may change: by a method, a property, an assignment to a member.
    [Differentiable]
    [At(0.7, 1.3)]
    public static double OrderOfEvaluation(double x, double y)
    {
        var c = new Counter { Value = x };
        double sum = c.Value + c.Next * c.Value;
        sum += c.Value * c.Add(c.Value * y) + c.Value;
        sum *= c.Value * (c.Value = y) + c.Value;
        return sum + c.Value * c.Chain() + Sum(c.Value, c.Next, c.Value);
    }

    private static double Sum(double a, double b, double c) => a * b + c;

    public record struct Holder(Pair Held, double Weight)
    {
        public Pair Open = default;

        public readonly double Peek(double by)
        {
            Open.Bump(by);
            return Open.A * Open.B;
        }
    }

    // The value was wrong: a method called on a copy changed what it was copied from.
    [Differentiable]
    [At(new double[] { 0.4, 0.9 }, new double[] { 1.2, -0.3, 0.7, 0.8 }, 1.5)]
    public static double CopiesThatChange(Pair p, [Shape(2)] Pair[] pairs, double k)
    {
        var holder = new Holder(p, k) { Open = p };
#pragma warning disable CS8656 // the copy is what is tested
        holder.Held.Bump(k);
        double s = holder.Held.A * holder.Peek(k) + Bumped(p, k) * p.B;
#pragma warning restore CS8656
        holder.Open.Bump(s);
        foreach (Pair each in pairs)
        {
            each.Bump(k);
            s += each.A * each.B;
        }

        pairs[1].Bump(s);
        return s * pairs[1].A + holder.Open.B * holder.Weight;
    }

    private static double Bumped(in Pair p, double k)
    {
        p.Bump(k);
        return p.A * p.B;
    }
}
