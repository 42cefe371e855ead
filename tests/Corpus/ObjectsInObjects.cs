using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Lists and arrays of objects that objects hold: worlds of bodies, books of swaps, pipes of functions.</summary>
public static partial class ObjectsInObjects
{
    public sealed class Body
    {
        public double X, V, M;
        public Body(double x, double v, double m)
        {
            X = x;
            V = v;
            M = m;
        }

        public void Step(double f, double dt)
        {
            V += f / M * dt;
            X += V * dt;
        }

        public double Energy => 0.5 * M * V * V;
    }

    public sealed class World
    {
        public readonly List<Body> Bodies = new();
        public double K = 1;
        public void Step(double dt)
        {
            foreach (var b in Bodies)
            {
                double f = 0;
                foreach (var o in Bodies)
                    if (o != b)
                        f += K * (o.X - b.X);
                b.Step(f, dt);
            }
        }

        public double Total() => Bodies.Sum(b => b.Energy);
        public Body Heaviest()
        {
            Body h = Bodies[0];
            foreach (var b in Bodies)
                if (b.M > h.M)
                    h = b;
            return h;
        }
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7, 1.2)]
    public static double Simulate(double x, double m)
    {
        var w = new World
        {
            K = m
        };
        w.Bodies.Add(new Body(x, 0, 1));
        w.Bodies.Add(new Body(-1, 0.5, m));
        w.Bodies.Add(new Body(2, 0, 3));
        for (int i = 0; i < 5; i++)
            w.Step(0.1);
        return w.Total() + w.Bodies[0].X;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7, 1.2)]
    public static double NamedBefore(double x, double m)
    {
        var w = new World();
        var b = new Body(x, 0, 1);
        w.Bodies.Add(b);
        b.V = m;
        w.Step(0.1);
        b.X *= 2;
        return w.Total() + b.X + w.Bodies[0].X;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7, 1.2)]
    public static double NamedAfter(double x, double m)
    {
        var w = new World();
        w.Bodies.Add(new Body(x, m, 1));
        var b = w.Bodies[0];
        b.V *= m;
        w.Bodies.Add(new Body(1, 2, 3));
        b.X += w.Bodies[1].X;
        return w.Total() + w.Bodies[0].X * b.V;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7, 1.2)]
    public static double Grown(double x, double m)
    {
        var w = new World();
        var first = new Body(x, m, 1);
        w.Bodies.Add(first);
        for (int i = 0; i < 9; i++)
            w.Bodies.Add(new Body(i, x * i, 1 + i));
        first.X = 5 * m;
        w.Step(0.1);
        return w.Total() + first.X + w.Bodies[0].X;
    }

    static void Put(World w, Body b, bool yes)
    {
        if (!yes)
            return;
        w.Bodies.Add(b);
    }

    static void Put2(World w, Body b)
    {
        w.Bodies.Add(b);
        b.V += 1;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7, 1.2)]
    [At(1.7, 1.2)]
    public static double AddInside(double x, double m)
    {
        var w = new World();
        var b = new Body(x, m, 1);
        Put2(w, b);
        b.V *= 2;
        return w.Total() * b.V;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7, 1.2)]
    public static double AddInLoop(double x, double m)
    {
        var w = new World();
        for (int i = 0; i < 3; i++)
        {
            var b = new Body(x * i, m, 1 + i);
            Put2(w, b);
            b.V *= 2;
        }

        w.Bodies.Add(new Body(1, 1, 1));
        return w.Total() * w.Bodies[1].X;
    }

    public sealed class Poly
    {
        public double[] C;
        public Poly(params double[] c)
        {
            C = c;
        }

        public double At(double x)
        {
            double s = 0;
            for (int i = C.Length - 1; i >= 0; i--)
                s = s * x + C[i];
            return s;
        }
    }

    public sealed class Spline
    {
        readonly Poly[] _p;
        readonly double[] _k;
        public Spline(double[] k, Poly[] p)
        {
            _k = k;
            _p = p;
        }

        public double At(double x)
        {
            int i = 0;
            while (i < _k.Length - 1 && x > _k[i])
                i++;
            return _p[i].At(x);
        }

        public Poly[] Pieces => _p;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    [At(1.7)]
    public static double Pieces(double x)
    {
        var s = new Spline(new[] { 1.0, 2 }, new[] { new Poly(1, x, x * x), new Poly(2, x) });
        return s.At(x) + s.At(x * 0.3) * s.Pieces[1].C[1];
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double PiecesShared(double x)
    {
        var a = new[]
        {
            new Poly(1, x, x * x),
            new Poly(2, x)
        };
        var s = new Spline(new[] { 1.0, 2 }, a);
        a[0].C[1] = 5 * x;
        s.Pieces[1].C[0] *= x;
        return s.At(x) + a[1].At(x);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double PiecesByLoop(double x)
    {
        var a = new Poly[3];
        for (int i = 0; i < a.Length; i++)
            a[i] = new Poly(i, x * i);
        var s = new Spline(new[] { 0.1, 0.5, 2 }, a);
        return s.At(x) + s.At(0.2) + s.At(0.01);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double PiecesByLinq(double x)
    {
        var s = new Spline(new[] { 0.1, 0.5, 2 }, Enumerable.Range(0, 3).Select(i => new Poly(i, x * i)).ToArray());
        return s.At(x) + s.At(0.2) + s.At(0.01);
    }

    public abstract class Act
    {
        public abstract double F(double x);
    }

    public sealed class Tanh : Act
    {
        public override double F(double x) => Math.Tanh(x);
    }

    public sealed class Scale : Act
    {
        readonly double _s;
        public Scale(double s)
        {
            _s = s;
        }

        public override double F(double x) => _s * x;
    }

    public sealed class Pipe
    {
        readonly List<Act> _acts = new();
        public Pipe Add(Act a)
        {
            _acts.Add(a);
            return this;
        }

        public double Run(double x)
        {
            foreach (var a in _acts)
                x = a.F(x);
            return x;
        }
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Polymorph(double x) => new Pipe().Add(new Scale(x)).Add(new Tanh()).Add(new Scale(3)).Run(x * x);
    public interface IEdge
    {
        double W(double x);
    }

    public sealed class Lin : IEdge
    {
        public double A;
        public double W(double x) => A * x;
    }

    public sealed class Sq : IEdge
    {
        public double A;
        public double W(double x) => A * x * x;
    }

    public sealed class Graph
    {
        public IEdge[] E;
        public Graph(params IEdge[] e)
        {
            E = e;
        }

        public double Sum(double x) => E.Sum(e => e.W(x));
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Edges(double x) => new Graph(new Lin { A = x }, new Sq { A = 2 * x }).Sum(x);
    public sealed class Leg
    {
        public List<double> Flows = new();
        public double Pv(double r)
        {
            double s = 0;
            for (int i = 0; i < Flows.Count; i++)
                s += Flows[i] / Math.Pow(1 + r, i + 1);
            return s;
        }
    }

    public sealed class Swap
    {
        public Leg Pay = new(), Rec = new();
        public double Npv(double r) => Rec.Pv(r) - Pay.Pv(r);
    }

    public sealed class Book
    {
        readonly List<Swap> _s = new();
        public void Add(Swap s)
        {
            _s.Add(s);
        }

        public double Npv(double r)
        {
            double t = 0;
            for (int i = 0; i < _s.Count; i++)
                t += _s[i].Npv(r);
            return t;
        }

        public IEnumerable<double> All(double r) => _s.Select(s => s.Npv(r));
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.05, 3.0)]
    public static double Deep(double r, double c)
    {
        var b = new Book();
        for (int k = 0; k < 3; k++)
        {
            var s = new Swap();
            for (int i = 0; i < 2 + k; i++)
            {
                s.Pay.Flows.Add(c);
                s.Rec.Flows.Add(c * r * i);
            }

            b.Add(s);
        }

        return b.Npv(r);
    }
}
