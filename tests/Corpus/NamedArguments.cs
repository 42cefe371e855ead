using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Numerics.Tensors;
using AutoDiff;

namespace Corpus;

/// <summary>Arguments by name, in another order than that of the parameters.</summary>
public static partial class NamedArguments
{
    [Differentiable]
    [At(1.5, 2.5)]
    public static double Pow(double x, double y) => Math.Pow(y: x, x: y) * Math.Atan2(x: x, y: y) + Math.Clamp(max: 9, min: x, value: y) + Math.FusedMultiplyAdd(z: x, y: y, x: 2);
    [Differentiable]
    [At(1.5, new double[] { 1, 2, 3 })]
    public static double Copy(double x, double[] a)
    {
        var b = new double[3];
        Array.Copy(length: 2, sourceArray: a, destinationArray: b);
        Array.Fill(value: x * 2, array: b, startIndex: 2, count: 1);
        return b.Sum() * x + b[1];
    }

    [Differentiable]
    [At(1.5, new double[] { 1, 2, 3 })]
    public static double CopyTo(double x, double[] a)
    {
        var b = new double[5];
        a.CopyTo(index: 1, array: b);
        Array.Copy(destinationIndex: 3, destinationArray: b, sourceIndex: 1, sourceArray: a, length: 2);
        return b[1] * x + b[3] * b[4];
    }

    [Differentiable]
    [At(1.5, 2.5)]
    public static double Slice(double x, double y)
    {
        double[] a =
        {
            x,
            y,
            x * y,
            3
        };
        Span<double> s = a.AsSpan(length: 2, start: 1);
        var t = s.Slice(length: 1, start: 1);
        return s[0] + t[0] * x;
    }

    [Differentiable]
    [At(1.5, 2.5)]
    public static double Comp(double x, double y)
    {
        var v = new Complex(imaginary: x, real: y);
        var w = Complex.Pow(power: new Complex(2, 1), value: v);
        return w.Real + v.Imaginary * w.Imaginary + Complex.FromPolarCoordinates(phase: x, magnitude: y).Real;
    }

    [Differentiable]
    [At(1.5, new double[] { 1, 3, 2 })]
    public static double Sort(double x, double[] a)
    {
        var b = (double[])a.Clone();
        var k = new[]
        {
            3,
            1,
            2
        };
        Array.Sort(items: b, keys: k);
        Array.Reverse(length: 2, array: b, index: 0);
        return b[0] * x + b[1];
    }

    static double Helper(double a, double b = 3, params double[] c) => a * a + b * c.Length;
    [Differentiable]
    [At(1.5, 2.5)]
    public static double Help(double x, double y) => Helper(b: x, a: y) + Helper(c: new[] { x, y }, a: x);
    [Differentiable]
    [At(1.5, 2.5)]
    public static double Marked(double x, double y) => x * x * y;
    [Differentiable]
    [At(1.5, 2.5)]
    public static double CallMarked(double x, double y) => Marked(y: x, x: y * y);
    public class M(double p, double q)
    {
        public double P = p, Q = q;
        public double this[int i, double w] => P * i + w * Q;
    }

    public class M2
    {
        public double P, Q;
        public M2(double p, double q)
        {
            P = p;
            Q = q;
        }
    }

    [Differentiable]
    [At(1.5, 2.5)]
    public static double Obj(double x, double y)
    {
        var m = new M(q: x, p: y);
        var n = new M2(q: x, p: y * y);
        return m.P * m.P * m.Q + n.P * n.Q * n.Q + m[w: x, i: 2];
    }

    [Differentiable]
    [At(1.5, 2.5)]
    public static double Refs(double x, double y)
    {
        static void Set(ref double a, double b, out double c)
        {
            a *= b;
            c = a + b;
        }

        Set(c: out double z, b: y, a: ref x);
        return x * z;
    }

    [Differentiable]
    [At(1.5, 2.5)]
    public static double Lam(double x, double y)
    {
        Func<double, double, double> f = (a, b) => a * a * b;
        return f(arg2: x, arg1: y);
    }

    public record struct P(double A, double B);
    [Differentiable]
    [At(1.5, 2.5)]
    public static double Positional(double x, double y)
    {
        var p = new P(B: x, A: y * 2);
        return p.A * p.A + p.B;
    }
}
