using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Objects in places that hold objects, arrays and constants, and members that are given other objects.</summary>
public static partial class KeptParts
{
    public class Vec
    {
        public double X, Y;
        public Vec(double x, double y)
        {
            X = x;
            Y = y;
        }

        public Vec Add(Vec o) => new(X + o.X, Y + o.Y);
        public void Scale(double k)
        {
            X *= k;
            Y *= k;
        }
    }

    public class Body
    {
        public Vec Pos;
        public Vec Vel;
        public double Mass { get; set; }

        public string Name = "b";
        public Body(Vec p, Vec v, double m)
        {
            Pos = p;
            Vel = v;
            Mass = m;
        }
    }

    public sealed class Item
    {
        public double Rest;
        public double Item1;
        public int Item2;
        public double @class;
        public double ToStr;
    }

    public enum Kind
    {
        A,
        B
    }

    public class Op
    {
        public Kind K;
        public double P;
        public int N;
        public bool On;
        public string? Tag;
        public double[]? Ws;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Nested(double x)
    {
        var bs = new List<Body>
        {
            new(new Vec(x, 1), new Vec(0, x), 2),
            new(new Vec(2, x * x), new Vec(1, 1), x)
        };
        for (int s = 0; s < 3; s++)
        {
            foreach (var b in bs)
            {
                b.Pos.X += 0.1 * b.Vel.X;
                b.Pos.Y += 0.1 * b.Vel.Y;
            }

            for (int i = 0; i < bs.Count; i++)
                for (int j = i + 1; j < bs.Count; j++)
                {
                    var a = bs[i];
                    var b = bs[j];
                    double dx = b.Pos.X - a.Pos.X, dy = b.Pos.Y - a.Pos.Y;
                    double r = Math.Sqrt(dx * dx + dy * dy + 0.1);
                    a.Vel.X += b.Mass * dx / r;
                    b.Vel.X -= a.Mass * dx / r;
                    a.Vel.Scale(1 + 0.01 * x);
                    var v = a.Vel;
                    v.Y += dy;
                }
        }

        double e = 0;
        foreach (var b in bs) e += b.Mass * (b.Vel.X * b.Vel.X + b.Vel.Y * b.Vel.Y) + b.Pos.X;
        return e;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double PosReplaced(double x)
    {
        var bs = new List<Body>();
        bs.Add(new Body(new Vec(x, 2), new Vec(0, x), 2));
        bs[0].Pos = bs[0].Pos.Add(bs[0].Vel);
        return bs[0].Pos.Y * x;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Items(double x)
    {
        var s = new[]
        {
            new Item { Rest = x, Item1 = 2 * x, Item2 = 3, @class = x * x, ToStr = 1 },
            new Item()
        };
        s[1].@class = s[0].Rest * s[0].Item1;
        s[1].Rest += s[0].@class;
        return s[1].@class * s[0].Item2 + s[1].Rest + s[0].ToStr;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Ops(double x)
    {
        var s = new List<Op>
        {
            new()
            {
                K = Kind.A,
                P = x,
                N = 2,
                On = true,
                Tag = "q"
            },
            new()
            {
                K = Kind.B,
                P = 2,
                N = 1,
                Ws = new[]
                {
                    x,
                    2 * x
                }
            },
            new()
            {
                On = true,
                P = x * x
            }
        };
        double v = x;
        foreach (var o in s)
        {
            if (!o.On && o.Ws is null) continue;
            v = o.K switch
            {
                Kind.A => v * o.P,
                _ => v + o.P
            };
            for (int k = 0; k < o.N; k++) v += o.P * k;
            if (o.Ws != null)
                v += o.Ws[1];
            if (o.Tag == "q") v *= 2;
            o.N++;
        }

        return v * s.Count(o => o.On) + s[0].N;
    }

    public class Branch
    {
        public double V, G;
        public int[] Kids = [];
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.3, 0.4)]
    public static double Tree(double x, double y)
    {
        var t = new Branch[3];
        for (int i = 0; i < 3; i++) t[i] = new Branch { V = x * i + y, Kids = i < 2 ? [i + 1] : [] };
        for (int i = 2; i >= 0; i--)
        {
            double s = t[i].V;
            foreach (int k in t[i].Kids) s += t[k].G * x;
            t[i].G = s;
        }

        return t[0].G;
    }

    public struct Leaf
    {
        public double V;
        public int[] Kids;
    }

    [Differentiable]
    [Allocates("arrays of structs")]
    [At(0.3, 0.4)]
    public static double TreeOfStructs(double x, double y)
    {
        var t = new Leaf[3];
        for (int i = 0; i < 3; i++)
        {
            var kids = new int[1];
            if (i < 2) kids[0] = i + 1;
            t[i] = new Leaf { V = x * i + y, Kids = kids };
        }

        double s = 0;
        for (int i = 2; i >= 0; i--)
            foreach (int k in t[i].Kids) s += t[k].V * x;
        return s;
    }
}
