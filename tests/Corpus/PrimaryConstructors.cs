using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Parameters of primary constructors that the methods of classes and structs speak of: the object keeps them.</summary>
public static partial class PrimaryConstructors
{
    public class Line(double slope, double offset)
    {
        public double At(double x) => slope * x + offset;
        public double Slope => slope;
    }

    public sealed class Net(double[] w, double b)
    {
        public double Run(double[] x)
        {
            double s = b;
            for (int i = 0; i < x.Length; i++)
                s += w[i] * x[i];
            return Math.Tanh(s);
        }
    }

    public class Counter(double start)
    {
        public double Next(double k)
        {
            start *= k;
            return start;
        }

        public double Now => start;
    }

    public class Base(double a)
    {
        public double A => a;

        public virtual double F(double x) => a * x;
    }

    public class Derived(double a, double b) : Base(a * b)
    {
        public override double F(double x) => base.F(x) + b * x * x;
    }

    public struct Pt(double x, double y)
    {
        public double Norm() => Math.Sqrt(x * x + y * y);
        public double X { get; set; } = 1;

        public void Grow(double k)
        {
            x *= k;
            y += k;
        }
    }

    public class Mixed(double k, int n, string name)
    {
        private readonly double k2 = k * k;
        public double G(double x) => Math.Pow(x, n) * k2 + name.Length * k;
    }

    public class Shadow(double x)
    {
        public double X = x;
        public double D(double y)
        {
            double x = y - X;
            return x * x;
        }
    }

    public class Outer(double a)
    {
        private readonly Line line = new(a, 2 * a);
        public double H(double x) => line.At(x) * a;
    }

    [Differentiable]
    [At(1.5, 2.5, 0.5)]
    public static double A(double x, double s, double o)
    {
        var l = new Line(s, o * s);
        var m = new Line(o, x);
        return l.At(x) * m.At(2) + m.Slope * l.At(m.At(x));
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, new double[] { 0.3, -0.2 }, 0.5)]
    public static double B(double[] x, double[] w, double b)
    {
        var n = new Net(w, b);
        double r = n.Run(x);
        w[0] = 2;
        return r + n.Run(x);
    }

    [Differentiable]
    [At(1.5, 2.5)]
    public static double C(double x, double k)
    {
        var c = new Counter(x);
        var d = new Counter(k);
        double s = c.Next(k) + d.Next(x);
        for (int i = 0; i < 3; i++)
            s += c.Next(0.5 * k) * d.Now;
        return s + c.Now;
    }

    [Differentiable]
    [At(1.5, 2.5, 0.5)]
    public static double D(double x, double a, double b)
    {
        var d = new Derived(a, b);
        Base e = new Derived(b, x);
        return d.F(x) + d.A * e.F(a) + new Base(x).F(b);
    }

    [Differentiable]
    [At(1.5, 2.5, 0.5)]
    public static double E(double x, double y, double k)
    {
        var p = new Pt(x, y);
        var q = p;
        q.Grow(k);
        p.X *= 2;
        return p.Norm() + q.Norm() * k + p.X;
    }

    [Differentiable]
    [At(1.5, 2.5)]
    public static double F(double x, double k)
    {
        var m = new Mixed(k, 3, "abc");
        return m.G(x) + new Mixed(name: "x", n: 2, k: x).G(k);
    }

    [Differentiable]
    [At(1.5, 2.5)]
    public static double G(double x, double k) => new Shadow(k).D(x) * k;
    [Differentiable]
    [At(1.5, 2.5)]
    public static double H(double x, double k)
    {
        var o = new Outer(k);
        return o.H(x) + new Outer(x * k).H(2);
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.5, new double[] { 1, 2, 3 })]
    public static double I(double x, double[] a)
    {
        var lines = a.Select(v => new Line(v, v * x)).ToArray();
        double s = 0;
        foreach (var l in lines)
            s += l.At(x);
        return s + lines.Sum(l => l.Slope * x);
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.5, new double[] { 1, 2, 3 })]
    public static double J(double x, double[] a)
    {
        var all = new List<Counter>();
        foreach (double v in a)
            all.Add(new Counter(v));
        for (int i = 0; i < 2; i++)
            foreach (var c in all)
                c.Next(x);
        return all.Sum(c => c.Now);
    }

    public partial class Own(double k, double[] w)
    {
        [Differentiable]
        [At(1.5)]
        public double F(double x)
        {
            double s = k;
            for (int i = 0; i < w.Length; i++)
                s = s * x + w[i];
            return s;
        }

        public Own() : this(3, [1, 2])
        {
        }

        [Differentiable]
        [At(1.5)]
        public double G(double x) => F(x) * k + w.Sum() * x;
        [Differentiable]
        [At(1.5)]
        public double H(double x) => new Own(x, w).F2(k) + F2(x);
        private double F2(double z) => k * z * z;
    }

    public class Lam(double a)
    {
        public double Sum(double[] v)
        {
            Func<double, double> f = t => t * a;
            double Loc(double u) => u + a;
            return v.Select(f).Sum() + v.Sum(Loc) + v.Where(t => t < a).Sum();
        }
    }

    [Differentiable]
    [At(1.5, new double[] { 1, 2, 3 })]
    public static double M(double x, double[] v)
    {
        var p = new Lam(x);
        var q = new Lam(x * x);
        return p.Sum(v) * q.Sum(v);
    }
}
