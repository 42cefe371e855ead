using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Methods that return arrays of structs, and methods over arrays of <c>Complex</c> that call themselves.</summary>
public static partial class StructArrayResults
{
    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25, 1, 0.75, -0.5, 3 })]
    [return: Shape(4)]
    public static Complex[] Fft([Shape(4)] Complex[] x)
    {
        int n = x.Length;
        if (n == 1) return new Complex[] { x[0] };
        Complex[] half = new Complex[n / 2];
        for (int k = 0; k < n / 2; k++) half[k] = x[2 * k];
        Complex[] e = Fft(half);
        for (int k = 0; k < n / 2; k++) half[k] = x[2 * k + 1];
        Complex[] o = Fft(half);
        Complex[] y = new Complex[n];
        for (int k = 0; k < n / 2; k++)
        {
            Complex t = Complex.FromPolarCoordinates(1, -2 * Math.PI * k / n) * o[k];
            y[k] = e[k] + t; y[k + n / 2] = e[k] - t;
        }
        return y;
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25, 1, 0.75, -0.5, 3 })]
    public static double Scaled([Shape(4)] Complex[] x)
    {
        Halve(x);
        double s = x[0].Magnitude;
        for (int i = 0; i < 3; i++) { Halve(x); s += (x[i] * x[i]).Real; }
        return s;
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25, 1, 0.75, -0.5, 3 })]
    public static void Halve([Shape(4)] Complex[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = x[i] * x[(i + 1) % x.Length] * 0.5;
            if (x[i].Real > 100) Halve(x);
        }
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25, 1, 0.75, -0.5, 3 })]
    public static void InPlaceFft([Shape(4)] Complex[] x)
    {
        int n = x.Length;
        if (n <= 1) return;
        var even = new Complex[n / 2]; var odd = new Complex[n / 2];
        for (int i = 0; i < n / 2; i++) { even[i] = x[2 * i]; odd[i] = x[2 * i + 1]; }
        InPlaceFft(even); InPlaceFft(odd);
        for (int k = 0; k < n / 2; k++)
        {
            Complex t = Complex.Exp(new Complex(0, -2 * Math.PI * k / n)) * odd[k];
            x[k] = even[k] + t;
            x[k + n / 2] = even[k] - t;
        }
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25, 1, 0.75, -0.5, 3 })]
    public static double Horner([Shape(4)] Complex[] c) => At(c, new Complex(0.5, 1)).Real;

    private static Complex At(Complex[] c, Complex z)
    {
        Complex s = 0;
        for (int i = c.Length - 1; i >= 0; i--) s = s * z + c[i];
        return s;
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25, 1, 0.75, -0.5, 3 })]
    [Allocates("arrays of this kind are not pooled")]
    public static double Convolved(double[] a)
    {
        var z = new Complex[a.Length];
        for (int i = 0; i < a.Length; i++) z[i] = a[i];
        InPlaceFft(z);
        for (int i = 0; i < a.Length; i++) z[i] *= z[i];
        InPlaceFft(z);
        return z.Sum(v => v.Real * v.Imaginary) + z[1].Real;
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25 })]
    [return: Shape(4)]
    public static Complex[] Dft(double[] x)
    {
        var y = new Complex[x.Length];
        for (int k = 0; k < x.Length; k++)
        {
            Complex s = Complex.Zero;
            for (int j = 0; j < x.Length; j++) s += x[j] * Complex.Exp(new Complex(0, -2 * Math.PI * k * j / x.Length));
            y[k] = s;
        }
        return y;
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25 })]
    [return: Shape(2)]
    public static (double Re, double Im)[] Pairs(double[] x)
    {
        var y = new (double Re, double Im)[x.Length / 2];
        for (int k = 0; k < y.Length; k++) y[k] = (x[2 * k] * x[0], x[2 * k + 1]);
        y[0].Re *= y[1].Im;
        return y;
    }

    public readonly record struct V(double X, double Y)
    {
        public static V operator +(V a, V b) => new(a.X + b.X, a.Y + b.Y);

        public static V operator *(double a, V b) => new(a * b.X, a * b.Y);
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25 }, 0.5)]
    [return: Shape(2)]
    public static V[] Step([Shape(2)] V[] p, double h)
    {
        var next = new V[p.Length];
        for (int i = 0; i < p.Length; i++) next[i] = p[i] + h * p[(i + 1) % p.Length];
        return next;
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25 }, 0.5)]
    [return: Shape(2)]
    public static V[] Linq([Shape(2)] V[] p, double h) => p.Select(v => h * v).ToArray();

    public struct W
    {
        public double A;
        public (double B, double C) P;
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25 }, 0.5)]
    [return: Shape(2)]
    public static W[] Mixed(double[] p, double h)
    {
        var w = new W[2];
        w[0].A = p[0] * h;
        w[1].P.B = p[1] * w[0].A;
        w[1].P.C = h;
        return w;
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25 }, 0.5)]
    public static double Power([Shape(2)] Complex[] p, double h)
    {
        Complex[] q = Fft(p);
        return (q[0] * Complex.Conjugate(q[1])).Real * h + Dft([h, 2 * h])[1].Magnitude;
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25 }, 0.5)]
    [return: Shape(2)]
    public static V[] Same([Shape(2)] V[] p, double h)
    {
        p[0] = p[0] with { X = h * p[1].Y };
        return p;
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25 }, 0.5)]
    [return: Shape(2, 2)]
    public static Complex[,] Grid(double[] p, double h)
    {
        var g = new Complex[2, 2];
        g[0, 0] = p[0] * p[1];
        g[1, 1] = new Complex(h, p[3]) * g[0, 0];
        return g;
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25 }, 0.5)]
    [return: Shape(2)]
    public static W[] Plus(double[] p, double h) => Mixed(p, h * h);

    public struct Sample { public double X, Y; }

    public class Track { public Sample[] Samples = []; public double Sum; }

    [Differentiable]
    [At(1.5, 2.0)]
    [return: Shape(2)]
    public static Track InAModel(double x, double y)
    {
        var samples = new Sample[2];
        samples[0].X = x * y;
        samples[1].Y = samples[0].X * x;
        return new Track { Samples = samples, Sum = x * y };
    }

    public struct P
    {
        public double X, Y;
    }

    [Differentiable]
    [At(0.7)]
    [return: Shape(2)]
    public static P[] OutOfAList(double x)
    {
        var l = new List<P>();
        l.Add(new P { X = x });
        l.Add(new P { X = 3, Y = x * x });
        return l.ToArray();
    }
}
