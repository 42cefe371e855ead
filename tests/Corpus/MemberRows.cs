using System;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays that are put into arrays of arrays, or of structs with arrays in them, under one of several names.</summary>
public static partial class MemberRows
{
    public sealed class Owner
    {
        public double[][] M = new double[2][];
        public Holder[] Q = new Holder[2];
        public double[][,] G = new double[2][,];
        public double[][] Rows
        {
            get;
        }
        = new double[2][];
    }

    public struct Holder
    {
        public double[] D;
        public double X;
    }

    private static double[] Made(double a, double b) => new[] { a, b, a * b };

    private static Holder Held(double a) => new Holder { D = new[] { a, 2 }, X = a };

    private static double[][] Table(double a) => new[] { new[] { a, 2 }, new[] { 1, a } };

    private static double[,] Grid(double a) => new double[,] { { a, 2 } };

    private static Holder[] Holders(double x) => new[] { new Holder { D = new[] { x, 2 }, X = x } };

    private static void Put(double[][] m, double x)
    {
        m[0] = Made(x, 1);
        m[1] = Made(x, 2);
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double RowOfMember(double x)
    {
        var c = new Owner();
        c.M[0] = Made(x, 1);
        c.M[1] = new double[] { 1, x, 2 };
        return c.M[0][2] * c.M[1][1];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double OnlyRow(double x)
    {
        var c = new Owner();
        c.M[0] = Made(x, 1);
        return c.M[0][2];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double SecondName(double x)
    {
        var m = new double[2][];
        var c = m;
        c[0] = Made(x, 1);
        c[1] = new double[] { 1, x, 2 };
        return m[0][2] * m[1][1];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double MemberByName(double x)
    {
        var c = new Owner();
        double[][] m = c.M;
        m[0] = Made(x, 1);
        m[1] = new double[] { 1, x, 2 };
        return c.M[0][2] * c.M[1][1];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double RowsInLoop(double x)
    {
        var c = new Owner();
        for (int i = 0; i < 2; i++) c.M[i] = Made(x, i);
        return c.M[0][0] * c.M[1][2];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double RowOfProperty(double x)
    {
        var c = new Owner();
        c.Rows[0] = Made(x, 1);
        c.Rows[1] = (double[])c.Rows[0].Clone();
        return c.Rows[0][2] * c.Rows[1][0];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double RowsByHelper(double x)
    {
        var c = new Owner();
        Put(c.M, x);
        return c.M[0][2] * c.M[1][1] * c.M[1][0];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double RowsSwapped(double x)
    {
        var c = new Owner();
        c.M[1] = Made(1, x);
        (c.M[0], c.M[1]) = (c.M[1], Made(x, x));
        return c.M[0][1] * c.M[1][2];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double RowOfQuery(double x)
    {
        var c = new Owner();
        c.M[0] = new[] { x, 2 }.Select(v => v * x).ToArray();
        return c.M[0][0] + c.M[0][1];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double ElementOfMember(double x)
    {
        var c = new Owner();
        c.Q[0] = Held(x);
        return c.Q[0].D[0] * c.Q[0].X;
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double ArrayOfElement(double x)
    {
        var c = new Owner();
        c.Q[0].D = Made(x, 1);
        return c.Q[0].D[2] * x;
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double ThreeLevels(double x)
    {
        double[][][] t = new double[2][][];
        t[0] = Table(x);
        t[0][1] = Made(x, 2);
        return t[0][0][0] * t[0][1][2];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double Grids(double x)
    {
        var c = new Owner();
        c.G[0] = Grid(x);
        c.G[1] = Grid(2);
        return c.G[0][0, 0] * c.G[1][0, 1];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double ReplacedByConstants(double x)
    {
        var f = Holders(x);
        double s = f[0].D[0];
        f = new[] { new Holder { D = new[] { 1.5, 2 } } };
        return f[0].D[0] * x * s;
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double ExchangedWithConstants(double x)
    {
        var f = Holders(x);
        var g = Holders(1.5);
        (f, g) = (g, f);
        return f[0].D[0] * x * g[0].D[0];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays")]
    public static double TuplesReplacedByConstants(double x)
    {
        (double[] D, double B)[] f = { (new[] { x, 2 }, x) };
        double s = f[0].D[0] * f[0].B;
        f = new[] { (new[] { 1.5, 2 }, 2.0) };
        return f[0].D[0] * x * s;
    }
}
