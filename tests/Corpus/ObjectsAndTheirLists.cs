using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Networks with lists and arrays of layers, paths, portfolios.</summary>
public static partial class ObjectsAndTheirLists
{
    public sealed class Layer
    {
        public double[, ] W;
        public double[] B;
        public Layer(double[, ] w, double[] b)
        {
            W = w;
            B = b;
        }

        public double[] Forward(double[] x)
        {
            var y = new double[B.Length];
            for (int i = 0; i < y.Length; i++)
            {
                double s = B[i];
                for (int j = 0; j < x.Length; j++)
                    s += W[i, j] * x[j];
                y[i] = Math.Tanh(s);
            }

            return y;
        }
    }

    public sealed class Net
    {
        readonly List<Layer> layers = new();
        public void Add(Layer l) => layers.Add(l);
        public double[] Run(double[] x)
        {
            foreach (var l in layers)
                x = l.Forward(x);
            return x;
        }
    }

    public sealed class Net2
    {
        readonly Layer[] layers;
        public Net2(params Layer[] l)
        {
            layers = l;
        }

        public double[] Run(double[] x)
        {
            foreach (var l in layers)
                x = l.Forward(x);
            return x;
        }
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(new double[] { 0.1, 0.2, 0.3, 0.4 }, new double[] { 0.5, -0.2 }, new double[] { 1, 2 })]
    public static double LocalList(double[] w, double[] b, double[] x)
    {
        var n = new Net();
        n.Add(new Layer(new double[, ] { { w[0], w[1] }, { w[2], w[3] } }, new[] { b[0], b[1] }));
        n.Add(new Layer(new double[, ] { { w[3], w[2] }, { w[1], w[0] } }, new[] { b[0], b[1] }));
        return n.Run(x).Sum();
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(new double[] { 0.1, 0.2, 0.3, 0.4 }, new double[] { 0.5, -0.2 }, new double[] { 1, 2 })]
    public static double LocalArray(double[] w, double[] b, double[] x)
    {
        var n = new Net2(new Layer(new double[, ] { { w[0], w[1] }, { w[2], w[3] } }, new[] { b[0], b[1] }), new Layer(new double[, ] { { w[3], w[2] }, { w[1], w[0] } }, new[] { b[0], b[1] }));
        return n.Run(x).Sum();
    }

    public sealed class Path
    {
        public readonly List<double> T = new();
        public readonly List<double> Y = new();
        public void Add(double t, double y)
        {
            T.Add(t);
            Y.Add(y);
        }

        public double Area()
        {
            double s = 0;
            for (int i = 1; i < T.Count; i++)
                s += (T[i] - T[i - 1]) * (Y[i] + Y[i - 1]) / 2;
            return s;
        }
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double ListMember(double k)
    {
        var p = new Path();
        double y = 1;
        for (int i = 0; i < 5; i++)
        {
            p.Add(i * 0.1, y);
            y -= k * y * 0.1;
        }

        return p.Area();
    }

    public struct Cash
    {
        public double T, A;
        public Cash(double t, double a)
        {
            T = t;
            A = a;
        }
    }

    public sealed class Bond
    {
        public List<Cash> Flows { get; } = new();

        public double Price(double r)
        {
            double s = 0;
            foreach (var f in Flows)
                s += f.A * Math.Exp(-r * f.T);
            return s;
        }
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.05, 4.0)]
    public static double StructListMember(double r, double c)
    {
        var b = new Bond();
        for (int i = 1; i <= 4; i++)
            b.Flows.Add(new Cash(i, c));
        b.Flows.Add(new Cash(4, 100));
        return b.Price(r);
    }

    public sealed class Portfolio
    {
        public List<Bond> Bonds = new();
        public double Value(double r) => Bonds.Sum(b => b.Price(r));
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.05, 4.0)]
    public static double NestedLists(double r, double c)
    {
        var p = new Portfolio();
        for (int k = 0; k < 2; k++)
        {
            var b = new Bond();
            b.Flows.Add(new Cash(k + 1, c));
            p.Bonds.Add(b);
        }

        return p.Value(r);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double ListOfArrays(double k)
    {
        var l = new List<double[]>();
        double y = 1;
        for (int i = 0; i < 5; i++)
        {
            l.Add(new[] { i * 0.1, y });
            y -= k * y * 0.1;
        }

        double s = 0;
        foreach (var p in l)
            s += p[0] * p[1];
        return s + l[^1][1];
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double ListOfTuples(double k)
    {
        var l = new List<(double T, double Y)>();
        double y = 1;
        for (int i = 0; i < 5; i++)
        {
            l.Add((i * 0.1, y));
            y -= k * y * 0.1;
        }

        double s = 0;
        foreach (var(t, v)in l)
            s += t * v;
        return s + l[^1].Y;
    }

    static List<(double T, double Y)> Solve(Func<double, double> f, double y)
    {
        var l = new List<(double T, double Y)>();
        for (int i = 0; i < 5; i++)
        {
            l.Add((i * 0.1, y));
            y += f(y) * 0.1;
        }

        return l;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double ReturnedList(double k)
    {
        var l = Solve(y => -k * y, 1);
        double s = 0;
        foreach (var(t, v)in l)
            s += t * v;
        return s + l[^1].Y;
    }

    static List<double> Solve2(Func<double, double> f, double y)
    {
        var l = new List<double>();
        for (int i = 0; i < 5; i++)
        {
            l.Add(y);
            y += f(y) * 0.1;
        }

        return l;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double ReturnedList2(double k) => Solve2(y => -k * y, 1)[^1];
    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double ReturnedList3(double k) => Solve2(y => -k * y, 1).Last() + Solve2(y => -k * y, 1).Sum();
    public sealed class Poly
    {
        public double[] C = Array.Empty<double>();
        public double At(double x)
        {
            double s = 0;
            for (int i = C.Length - 1; i >= 0; i--)
                s = s * x + C[i];
            return s;
        }
    }

    public sealed class Piece
    {
        public Poly[] P = new Poly[2];
    }
}
