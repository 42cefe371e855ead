using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Classes with members that take no part in the derivative, setters under initialisers, operators under compound assignment, private tables.</summary>
public static partial class MembersAside
{
    public class A
    {
        public double X { get; set; }
        public double? Limit { get; set; }
        public List<double> Log { get; } = new();
        public Func<double, double>? F { get; set; } = null;

        public A? Next;
        public Random Rng = new(3);
        public Dictionary<string, double> Map = new();
        public double Run(double k) => X * k + (Limit ?? 0);
        public void Cap()
        {
            if (Limit is { } l && X > l)
                X = l;
        }
    }

    [Differentiable]
    [Allocates("the objects and arrays that it makes")]
    [At(1.5, 2.5)]
    public static double F1(double x, double k)
    {
        var a = new A
        {
            X = x
        };
        return a.Run(k);
    }

    [Differentiable]
    [Allocates("the objects and arrays that it makes")]
    [At(1.5, 2.5)]
    public static double F2(double x, double k)
    {
        var a = new A
        {
            X = x,
            Limit = 1
        };
        a.Cap();
        return a.Run(k) * k;
    }

    [Differentiable]
    [Allocates("the objects and arrays that it makes")]
    [At(1.5, 2.5)]
    public static double F3(double x, double k)
    {
        var a = new A
        {
            X = x,
            Limit = k * x
        };
        var b = new A
        {
            X = k
        };
        b.Limit = a.X;
        a.Cap();
        b.Cap();
        return a.Run(k) * b.Run(x) + (a.Limit.HasValue ? x : 0);
    }

    [Differentiable]
    [Allocates("the objects and arrays that it makes")]
    [At(1.5, 2.5)]
    public static double F4(double x, double k)
    {
        var a = new A
        {
            X = x
        };
        a.Log.Add(1);
        a.Log.Add(2.5);
        return a.Run(k) * a.Log.Count;
    }

    class Pid
    {
        double ti = 1;
        public double Kp;
        public double Ti
        {
            get => ti;
            set
            {
                if (value <= 0)
                    throw new ArgumentException("Ti");
                ti = value * 2;
            }
        }

        public double Out(double e) => Kp * (e + e / ti);
    }

    [Differentiable]
    [At(1.5, 2.5)]
    [At(1.5, -2.5, Throws = typeof(ArgumentException))]
    public static double G1(double x, double k)
    {
        var p = new Pid
        {
            Kp = x,
            Ti = k
        };
        return p.Out(k) * p.Ti;
    }

    class M
    {
        public double A, B;
        public M(double a, double b)
        {
            A = a;
            B = b;
        }

        public static M operator *(M p, M q) => new(p.A * q.A - p.B * q.B, p.A * q.B + p.B * q.A);
        public static M operator +(M p, double d) => new(p.A + d, p.B);
        public double N() => Math.Sqrt(A * A + B * B);
    }

    [Differentiable]
    [At(1.5, 2.5)]
    public static double G2(double x, double k)
    {
        var a = new M(x, k);
        var b = new M(k, 1);
        a *= b;
        a += x;
        for (int i = 0; i < 3; i++)
            a *= b;
        return a.N() + a.A;
    }

    static class Tab
    {
        private static readonly double[] W =
        {
            1.5,
            -2.5,
            3e-2
        };
        private static readonly int[] N = [1, 2, 3];
        private const double C = 0.1;
        public static double At(double x)
        {
            double s = 0;
            for (int i = 0; i < W.Length; i++)
                s += W[i] * Math.Pow(x, N[i]);
            return s + C;
        }

        public static double Each(double x)
        {
            double s = 1;
            foreach (double w in W)
                s = s * x + w;
            return s;
        }
    }

    [Differentiable]
    [Allocates("the table")]
    [At(1.5)]
    public static double H1(double x) => Tab.At(x) * Tab.At(2 * x) + Tab.Each(x);
    [Differentiable]
    [Allocates("the table")]
    [At(1.5, 3)]
    public static double H3(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s += Tab.At(x * i);
        return s;
    }
}
