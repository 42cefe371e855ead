using System;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Methods that call themselves, and take or return structs, tuples and references.</summary>
public static partial class RecursionByValue
{
    public struct State
    {
        public double X, Y;
    }

    public readonly record struct Point(double A, double B);
    [Differentiable]
    [At(1.5, 0.5, 4)]
    [At(1.5, 0.5, 0)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static double OfStruct(double x, double y, int n) => Fold(new State { X = x, Y = y }, n);
    [Differentiable]
    [At(new double[] { 1.5, 0.5 }, 4)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static double Fold(State p, int n) => n == 0 ? p.X * p.Y : Fold(new State { X = p.X * p.Y, Y = p.Y + 0.1 * p.X }, n - 1) + 0.5 * p.X;
    [Differentiable]
    [At(1.5, 0.5, 4)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static double OfTuple(double x, double y, int n)
    {
        var(a, b) = Pair((x, y), n);
        return a * b;
    }

    [Differentiable]
    [At(new double[] { 1.5, 0.5 }, 3)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static (double A, double B) Pair((double A, double B) p, int n)
    {
        if (n == 0)
            return p;
        var(u, v) = Pair((p.A * p.B, p.A - p.B), n - 1);
        return (u + p.A, v * p.B);
    }

    [Differentiable]
    [At(1.5, 4)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static double ByReference(double x, int n)
    {
        double y = x;
        Turn(ref y, n);
        return y;
    }

    [Differentiable]
    [At(1.5, 4)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static void Turn(ref double y, int n)
    {
        if (n == 0)
            return;
        y *= y * 0.5;
        Turn(ref y, n - 1);
        y += 0.1 * n;
    }

    [Differentiable]
    [At(1.5, 4)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static double ByOut(double x, int n)
    {
        Fibonacci(x, n, out double a, out double b);
        return a * b;
    }

    [Differentiable]
    [At(1.5, 3, 0.0, 0.0)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static void Fibonacci(double x, int n, out double a, out double b)
    {
        if (n == 0)
        {
            a = x;
            b = 1;
            return;
        }

        Fibonacci(x, n - 1, out double c, out double d);
        a = c * d + x;
        b = c;
    }

    [Differentiable]
    [At(0.5, 0.25, 3)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static double OfComplex(double re, double im, int n)
    {
        Complex z = Power(new Complex(re, im), n);
        return z.Real * z.Imaginary;
    }

    [Differentiable]
    [At(new double[] { 0.5, 0.25 }, 3)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static Complex Power(Complex z, int n) => n == 0 ? Complex.One : z * Power(z, n - 1);
    [Differentiable]
    [At(0.5, 0.25, 3)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static double OfRecord(double a, double b, int n)
    {
        Point p = Follow(new Point(a, b), n);
        return p.A * p.B;
    }

    [Differentiable]
    [At(new double[] { 0.5, 0.25 }, 3)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static Point Follow(Point p, int n) => n == 0 ? p : Follow(p with { A = p.A * p.B }, n - 1);
    [Differentiable]
    [At(0.5, 0.25, 3)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static double OfTwo(double a, double b, int n)
    {
        var p = Even((a, b), n);
        return p.A * p.B;
    }

    [Differentiable]
    [At(new double[] { 0.5, 0.25 }, 3)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static (double A, double B) Even((double A, double B) p, int n) => n == 0 ? p : Odd((p.A * 1.1, p.B * p.A), n - 1);
    [Differentiable]
    [At(new double[] { 0.5, 0.25 }, 3)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static (double A, double B) Odd((double A, double B) p, int n) => n == 0 ? p : Even((p.B, p.A + p.B), n - 1);
    [Differentiable]
    [At(0.5, new double[] { 1, 2, 3 })]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static double BesideAnArray(double a, double[] x) => Walk((a, 1), x, 0).S;
    [Differentiable]
    [At(new double[] { 0.5, 1.25 }, new double[] { 1, 2, 3 }, 0)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static (double S, double T) Walk((double S, double T) p, double[] x, int i) => i == x.Length ? p : Walk((p.S + x[i] * p.T, p.T * x[i]), x, i + 1);
    [Differentiable]
    [At(new double[] { 3, 1, 2 }, 0, 2)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static double StoredInto(double[] x, int low, int high)
    {
        if (low >= high)
            return x[low] * x[0];
        (double a, double b) = Halves((x[low], x[high]), high - low);
        x[low] = a * b;
        return StoredInto(x, low + 1, high) + a;
    }

    [Differentiable]
    [At(new double[] { 0.5, 0.25 }, 5)]
    [Allocates("boxes of one struct or number, for what a call of itself is given by reference")]
    public static (double A, double B) Halves((double A, double B) p, int n) => n == 0 ? p : Halves((p.B, 0.5 * p.A * p.B), n / 2);
}
