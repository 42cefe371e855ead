using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Small classes of the kind that programs are made of: counters, grids, generators, stacks, optimisers, visitors, fields.</summary>
public static partial class ObjectsAtWork
{
    public class Idx
    {
        public int I;
        public int Next() => I++;
        public int this[int k] => I + k;
    }

    public class Grid
    {
        public readonly int R, C;
        public Grid(int r, int c)
        {
            R = r;
            C = c;
        }

        public int At(int i, int j) => i * C + j;
        public double Get(double[] a, int i, int j) => a[At(i, j)];
        public void Set(double[] a, int i, int j, double v)
        {
            a[At(i, j)] = v;
        }
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 1.5)]
    public static double A1(double[] a, double k)
    {
        var g = new Grid(2, 2);
        double s = 0;
        for (int i = 0; i < g.R; i++)
            for (int j = 0; j < g.C; j++)
                s += g.Get(a, i, j) * g.Get(a, j, i) * k;
        g.Set(a, 0, 1, s);
        return s * a[1];
    }

    [Differentiable]
    [Allocates("the objects and arrays that it makes")]
    [At(new double[] { 1, 2, 3, 4 }, 1.5)]
    public static double A2(double[] a, double k)
    {
        var it = new Idx();
        double s = 0;
        while (it.I < a.Length)
            s = s * k + a[it.Next()];
        return s * it.I + it[2];
    }

    public struct Step
    {
        public int N;
        public double H;
        public void Go(ref double x)
        {
            for (int i = 0; i < N; i++)
                x += H * x;
            N--;
        }
    }

    [Differentiable]
    [At(1.5)]
    public static double A5(double x)
    {
        var s = new Step
        {
            N = 3,
            H = 0.1
        };
        var t = s;
        s.Go(ref x);
        t.N = 5;
        t.Go(ref x);
        return x * s.N * t.N;
    }

    public class Rng
    {
        private uint s;
        public Rng(uint seed)
        {
            s = seed;
        }

        public double Next()
        {
            s = unchecked(s * 1664525 + 1013904223);
            return s / 4294967296.0;
        }
    }

    [Differentiable]
    [Allocates("the objects and arrays that it makes")]
    [At(1.5, 0.3)]
    public static double A6(double x, double vol)
    {
        var r = new Rng(7);
        double s = 0;
        for (int i = 0; i < 10; i++)
        {
            double z = r.Next() - 0.5;
            s += Math.Max(x * Math.Exp(vol * z) - 1.4, 0);
        }

        return s / 10;
    }

    public class Walker
    {
        private readonly Rng rng;
        private int steps;
        public Walker(Rng r)
        {
            rng = r;
        }

        public double Walk(double x, double s)
        {
            steps++;
            return x + s * rng.Next() * steps;
        }
    }

    [Differentiable]
    [At(1.5, 0.3)]
    public static double A7(double x, double s)
    {
        var r = new Rng(3);
        var w = new Walker(r);
        var v = new Walker(r);
        for (int i = 0; i < 4; i++)
        {
            x = w.Walk(x, s);
            x *= v.Walk(s, x);
        }

        return x;
    }

    public class Memo
    {
        private readonly Dictionary<int, double> cache = new();
        public double Fact(int n)
        {
            if (n < 2)
                return 1;
            if (cache.TryGetValue(n, out double v))
                return v;
            return cache[n] = n * Fact(n - 1);
        }
    }

    [Differentiable]
    [Allocates("the objects and arrays that it makes")]
    [At(0.5)]
    public static double A8(double x)
    {
        var m = new Memo();
        double s = 0, p = 1;
        for (int i = 0; i < 8; i++)
        {
            s += p / m.Fact(i);
            p *= x;
        }

        return s;
    }

    public class Stack2
    {
        readonly double[] d = new double[8];
        int n;
        public void Push(double v)
        {
            d[n++] = v;
        }

        public double Pop() => d[--n];
        public int Count => n;
    }

    [Differentiable]
    [Allocates("the objects and arrays that it makes")]
    [At(1.5, 2.5, "x y + x * y -")]
    public static double A9(double x, double y, string rpn)
    {
        var st = new Stack2();
        foreach (string t in rpn.Split(' '))
            switch (t)
            {
                case "x":
                    st.Push(x);
                    break;
                case "y":
                    st.Push(y);
                    break;
                case "+":
                    st.Push(st.Pop() + st.Pop());
                    break;
                case "-":
                {
                    double b = st.Pop();
                    st.Push(st.Pop() - b);
                    break;
                }

                case "*":
                    st.Push(st.Pop() * st.Pop());
                    break;
            }

        return st.Pop();
    }

    public interface IVisitor
    {
        double Num(double v);
        double Add(double a, double b);
    }

    public class Ev : IVisitor
    {
        public double Num(double v) => v;
        public double Add(double a, double b) => a + b;
    }

    public class Sq : IVisitor
    {
        int n;
        public double Num(double v)
        {
            n++;
            return v * v;
        }

        public double Add(double a, double b) => a * b + n;
    }

    static double Visit(double x, double y, IVisitor v) => v.Add(v.Num(x), v.Add(v.Num(y), v.Num(x * y)));
    [Differentiable]
    [At(1.5, 2.5)]
    public static double B1(double x, double y) => Visit(x, y, new Ev()) * Visit(x, y, new Sq());
    public class Opt(double lr, int n)
    {
        private double m;
        public double Step(double x, double g)
        {
            m = 0.9 * m + g;
            return x - lr * m;
        }

        public int N => n;
    }

    [Differentiable]
    [At(1.5, 0.1)]
    public static double B2(double x, double lr)
    {
        var o = new Opt(lr, 5);
        for (int i = 0; i < o.N; i++)
            x = o.Step(x, 2 * (x - 0.3));
        return x;
    }

    public record struct V2(double X, double Y);
    public interface IField
    {
        V2 At(V2 p);
    }

    public record Uniform(V2 G) : IField
    {
        public V2 At(V2 p) => G;
    }

    public record Vortex(double K) : IField
    {
        public V2 At(V2 p) => new(-K * p.Y, K * p.X);
    }

    public record SumF(IField A, IField B) : IField
    {
        public V2 At(V2 p)
        {
            var a = A.At(p);
            var b = B.At(p);
            return new(a.X + b.X, a.Y + b.Y);
        }
    }

    [Differentiable]
    [At(1.5, 0.5, 0.2)]
    public static double B4(double x, double y, double k)
    {
        IField f = new SumF(new Uniform(new(k, 1)), new SumF(new Vortex(x), new Vortex(k)));
        var p = new V2(x, y);
        for (int i = 0; i < 5; i++)
        {
            var v = f.At(p);
            p = new(p.X + 0.1 * v.X, p.Y + 0.1 * v.Y);
        }

        return p.X * p.Y;
    }
}
