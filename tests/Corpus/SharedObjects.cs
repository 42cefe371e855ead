using System;
using AutoDiff;

namespace Corpus;

/// <summary>Objects of classes that change, under several names: one object, whatever it is called.</summary>
public static partial class SharedObjects
{
    public class P
    {
        public double X, Y;

        public P Copy() => new() { X = X, Y = Y };

        public P Shifted(double d)
        {
            var shifted = new P { X = X, Y = Y + d };
            return shifted;
        }

        public P Set(double v)
        {
            X = v;
            return this;
        }

        public P Scaled(double v)
        {
            X *= v;
            return this;
        }
    }

    public struct Holder
    {
        public P Held;
        public double Y;
    }

    public class Outer
    {
        public P Inner = new();
        public double Z;
    }

    public record Row(double A)
    {
        public double B { get; set; }

        public P Inner { get; set; } = new();
    }

    public class Value(double x)
    {
        public double X { get; set; } = x;

        public Value Halved()
        {
            X *= 0.5;
            return this;
        }
    }

    public sealed class Stats
    {
        private double _mean, _squares;
        private int _count;

        public double Variance => _count > 1 ? _squares / (_count - 1) : 0;

        public double Mean => _mean;

        public Stats Add(double x)
        {
            _count++;
            double d = x - _mean;
            _mean += d / _count;
            _squares += d * (x - _mean);
            return this;
        }
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double Tupled(double x, double y)
    {
        var a = new P { X = x };
        var t = (a, 1);
        t.a.X *= y;
        return a.X * t.a.X;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double TupledThenChanged(double x, double y)
    {
        var a = new P { X = x };
        var t = (a, y);
        a.X *= y;
        return a.X * t.a.X;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double InAStruct(double x, double y)
    {
        var a = new P { X = x };
        var h = new Holder { Held = a, Y = y };
        h.Held.X *= y;
        Holder g = h;
        g.Held.X += y;
        return a.X * h.Held.X * g.Y;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double Fluent(double x, double y)
    {
        var a = new P();
        a.Set(x).Scaled(y).Scaled(x);
        return a.X * a.X;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double SharedInner(double x, double y)
    {
        var r = new Row(x) { B = y };
        r.Inner.X = x;
        Row s = r with { B = x };
        s.Inner.X *= y;
        return r.Inner.X * s.B * r.B;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double InnerAlias(double x, double y)
    {
        var o = new Outer { Z = y };
        P p = o.Inner;
        p.X = x;
        o.Inner.X *= y;
        return p.X * o.Z;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double InnerGiven(double x, double y)
    {
        var p = new P { X = x };
        var o = new Outer { Inner = p, Z = y };
        p.X *= y;
        return o.Inner.X * o.Z;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double Matched(double x, double y)
    {
        var a = new P { X = x };
        if (a is { } b) b.X *= y;
        return a.X;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double MadeInReturns(double x, double y)
    {
        P a = Made(x, y), b = Made(y, x);
        a.X *= y;
        b.X += a.X;
        return a.X * b.X;
    }

    private static P Made(double x, double y)
    {
        var p = new P { X = x };
        if (x > y) return p.Scaled(2);
        var q = new P { X = p.X * y };
        p.X = 0;
        return q;
    }

    [Differentiable]
    [At(new double[] { 0.3, -0.7, 1.2 })]
    public static double Moments(double[] a)
    {
        var s = new Stats();
        foreach (double v in a) s.Add(v).Add(v * v);
        return s.Variance / s.Mean;
    }

    /// <summary>A new object has members of its own, though they are given those of another one.</summary>
    [Differentiable]
    [At(1.5, 0.7)]
    public static double Copied(double x, double y)
    {
        var m = new P { X = x, Y = y };
        P c = m.Copy(), shifted = m.Shifted(x).Shifted(y);
        c.X *= 3;
        m.Y += c.X;
        shifted.X += 1;
        return m.X * c.X * m.Y * c.Y + shifted.X * shifted.Y;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double NewWithoutAName(double x, double y)
    {
        var m = new P { X = x, Y = y };
        double sum = new P { X = m.X }.Scaled(2).X + m.Copy().Scaled(y).X;
        var outer = new Outer { Inner = new P { X = m.X }, Z = y };
        outer.Inner.X *= 3;
        return sum * m.X * outer.Inner.X * outer.Z;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double OfAPrimaryConstructor(double x, double y)
    {
        var a = new Value(x);
        var b = new Value(a.X);
        b.Halved();
        new Value(a.X).Halved();
        return a.X * b.X * y;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double WithItsOwnMembers(double x, double y)
    {
        var r = new Row(x) { B = y };
        Row s = r with { B = r.A };
        s.B *= 2;
        Row t = s with { };
        t.B += 1;
        return r.A * r.B + s.B * t.B;
    }

    [Differentiable]
    [At(new double[] { 1.5, 0.7 }, 0.3)]
    public static double CopyOfAParameter(P m, double x)
    {
        P c = m.Copy();
        c.X += x;
        new P { X = m.X }.Scaled(4);
        return m.X * c.X + c.Y;
    }
}
