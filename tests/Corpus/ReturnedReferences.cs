using System;
using AutoDiff;

namespace Corpus;

/// <summary>What methods return by reference is the place itself: it is stored into, changed by a method of its own, and seen to change.</summary>
public static partial class ReturnedReferences
{
    public struct Part
    {
        public double A, B;

        public double Twice { get => A; set => A = 2 * value; }

        public double Counted
        {
            get
            {
                A += 1;
                return A;
            }
        }

        public void Scale(double k) => A *= k;
    }

    private static ref Part At(Part[] p, int i) => ref p[i];

    private static ref Part Same(ref Part p) => ref p;

    private static ref Part Last(Part[] p, int i)
    {
        if (i > 2) return ref p[2];
        return ref p[i];
    }

    private static ref double Element(double[] x, int i) => ref x[i];

    private static ref int Cell(int[] x, int i) => ref x[i];

    private static ref int Wrapped(int[] x, int i)
    {
        if (i >= x.Length) return ref x[0];
        return ref x[i];
    }

    // A copy was changed.
    [Differentiable]
    [Allocates("an array of structs")]
    [At(1.3, 0.4)]
    [At(0.3, 2.5)]
    public static double MethodOfAStruct(double x, double k)
    {
        Part[] p = [new Part { A = x, B = k }, new Part { A = k, B = x }];
        At(p, 0).Scale(k);
        Last(p, 1).Scale(x);
        (x > 1 ? ref p[0] : ref p[1]).Scale(k);
        return p[0].A * p[0].B + p[1].A;
    }

    [Differentiable]
    [At(1.3, 0.4)]
    public static double MethodOfALocal(double x, double k)
    {
        var p = new Part { A = x, B = k };
        Same(ref p).Scale(k);
        return p.A * p.B;
    }

    [Differentiable]
    [Allocates("an array of structs")]
    [At(1.3, 0.4)]
    public static double Accessors(double x, double k)
    {
        Part[] p = [new Part { A = x, B = k }, new Part { A = k, B = x }];
        Last(p, 1).Twice = k * x;
        double sum = At(p, 0).Counted;
        return sum * p[0].A + p[1].A * p[1].B;
    }

    // The number that the method gave was changed, and not the element.
    [Differentiable]
    [At(1.3)]
    [At(0.4)]
    public static double WholeNumbers(double x)
    {
        int[] c = [3, 1, 0];
        Cell(c, 0)++;
        Cell(c, 1) += 5;
        Wrapped(c, 7) = 2;
        if (Cell(c, 0)-- > 0) x *= 2;
        Cell(c, Cell(c, 0))++;
        ref int r = ref Wrapped(c, 2);
        r += 4;
        int q = Cell(c, 0)-- + ++Cell(c, 1);
        return x * x * c[0] + c[1] * x + c[2] * q;
    }

    private static double ReadAfter(in double a, ref double b)
    {
        b *= 2;
        return a * a;
    }

    // An 'in' parameter is the place, not a copy of what was there.
    [Differentiable]
    [At(new[] { 1.3, 0.4, 2.0 })]
    [At(new[] { 0.3, 0.4, 2.0 })]
    public static double PassedOn(double[] p)
    {
        double sum = ReadAfter(in Element(p, 1), ref p[1]);
        sum += ReadAfter(in (p[0] > 1 ? ref p[1] : ref p[2]), ref p[1]);
        Span<double> t = p;
        return sum * ReadAfter(in t[^1], ref p[2]);
    }

    [Differentiable]
    [At(new[] { 1.3, 0.4 }, 0.5, 1)]
    [At(new[] { 1.3, 0.4 }, 0.5, 5, Throws = typeof(IndexOutOfRangeException))]
    public static double LeftAlone(double[] x, double k, int i)
    {
        Element(x, i);
        return x[0] * k;
    }

    [Differentiable]
    [At(1.3, 2)]
    [At(1.3, 0)]
    public static double OfALocalFunction(double x, int i)
    {
        int[] n = [1, 2, 3];
        double[] y = [x, x * x, 2];
        ref int Number(int k) => ref n[k];
        ref double Value(int k) => ref y[k];
        Number(i) += 2;
        Value(i) *= x;
        Value(Number(0) % 3) += n[i];
        return y[0] * y[1] + y[2] * n[i];
    }
}
