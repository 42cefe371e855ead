using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Structs given by value to generic methods, which change their copies.</summary>
public static partial class CopiedTypeArguments
{
    public interface IM
    {
        double Inc(double k);
    }

    public struct M : IM
    {
        public double V;
        public double Inc(double k)
        {
            V = V * k + 1;
            return V;
        }
    }

    static double A<T>(T m, double k)
        where T : IM => m.Inc(k) * 2;
    static double B(M m, double k) => m.Inc(k) * 2;
    static double D<T>(T m, double k)
        where T : IM
    {
        m.Inc(k);
        return m.Inc(k);
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double F1(double x, double k)
    {
        var m = new M
        {
            V = x
        };
        return A(m, k) * m.V;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double F2(double x, double k)
    {
        var m = new M
        {
            V = x
        };
        return B(m, k) * m.V;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double F3(double x, double k)
    {
        var m = new M
        {
            V = x
        };
        return D(m, k) + D(m, x) * m.V;
    }

    [Differentiable]
    [At(new double[] { 1.5 }, 0.7)]
    public static double F4(M m, double k) => A(m, k) * m.V;
    [Differentiable]
    [Allocates("the array")]
    [At(1.5, 0.7)]
    public static double F5(double x, double k)
    {
        var m = new M[1];
        m[0].V = x;
        return A(m[0], k) * m[0].V;
    }

    static double L<T>(T m, double k)
        where T : IM
    {
        double In(T q) => q.Inc(k);
        T copy = m;
        return In(m) + In(m) + copy.Inc(2);
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double F6(double x, double k)
    {
        var m = new M
        {
            V = x
        };
        return L(m, k) * m.V;
    }

    class G<T>
        where T : IM
    {
        public T S;
        public double W;
        public G(T s, double w)
        {
            S = s;
            W = w;
        }

        public double Run(double k)
        {
            var c = S;
            c.Inc(k);
            return S.Inc(k) + c.Inc(k);
        }

        public double Of(T q, double k) => q.Inc(k) + W;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double F7(double x, double k)
    {
        var m = new M
        {
            V = x
        };
        var g = new G<M>(m, k);
        double s = g.Run(k) + g.Of(m, k) + g.Of(g.S, k);
        return s * m.V * g.S.V;
    }
}
