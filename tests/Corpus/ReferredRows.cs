using System;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>References to elements of arrays that are replaced: the reference stays with the array that it was taken of.</summary>
public static partial class ReferredRows
{
    /// <summary>An object with an array that gives way to another one.</summary>
    public sealed class Row
    {
        public double[] D = new double[3];
        public int N = 1;
    }

    /// <summary>The same as a struct.</summary>
    public struct Struct
    {
        public double[] D;
    }

    /// <summary>An object without numbers that counts how often it is asked.</summary>
    public sealed class AskedRow
    {
        private int _asked;

        public int Next
        {
            get
            {
                _asked++;
                return _asked;
            }
        }

        public int this[int i]
        {
            get
            {
                _asked += i;
                return _asked;
            }
        }
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("an array")]
    public static double OfMember(double x)
    {
        Row c = new();
        ref double f = ref c.D[1];
        f = x;
        c.D = new double[] { x, 2, x * x };
        f += 1;
        return f * c.D[1];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("an array")]
    public static double OfRow(double x)
    {
        double[][] a = { new[] { x, 2 }, new[] { x, 3 } };
        ref double f = ref a[0][1];
        a[0] = a[1];
        f += 1;
        return f * a[0][1];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("an array")]
    public static double OfSwappedRow(double x)
    {
        double[][] a = { new[] { x, 2 }, new[] { x, 3 * x } };
        ref double f = ref a[0][1];
        (a[0], a[1]) = (a[1], a[0]);
        f += x;
        return f * a[0][1] + a[1][1];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("an array")]
    public static double OfStruct(double x)
    {
        Struct s = new Struct { D = new double[] { x, 2 } };
        ref double f = ref s.D[1];
        s.D = new double[] { x, x, x };
        f += 1;
        return f * s.D[1];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("an array")]
    public static double OfStructInArray(double x)
    {
        Struct[] a = { new Struct { D = new[] { x, 2 } }, new Struct { D = new[] { x, 3 } } };
        ref double f = ref a[0].D[1];
        a[0].D = a[1].D;
        f += x;
        return f * a[0].D[1];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("an array")]
    public static double OfReplacedStruct(double x)
    {
        Struct[] a = { new Struct { D = new[] { x, 2 } }, new Struct { D = new[] { x, 3 } } };
        ref double f = ref a[0].D[1];
        a[0] = a[1];
        f += x;
        return f * a[0].D[1];
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("an array")]
    public static double OfArgument(double x)
    {
        Row c = new();
        c.D[1] = x;
        return Renewed(ref c.D[1], c, x);
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("an array")]
    public static double OfRowArgument(double x)
    {
        double[][] c = { new[] { 1, x }, new[] { x, 3 } };
        return RenewedRow(ref c[0][1], c, x);
    }

    private static double Renewed(ref double r, Row c, double x)
    {
        c.D = new[] { x, 2, x * x };
        r += 1;
        return r * c.D[1];
    }

    private static double RenewedRow(ref double r, double[][] c, double x)
    {
        c[0] = new[] { x, 2, x * x };
        r += 1;
        return r * c[0][1];
    }

    // What a region is filled with is evaluated once.
    [Differentiable]
    [At(0.7)]
    [Allocates("an object")]
    public static double Filled(double x)
    {
        AskedRow r = new();
        double[] a = new double[5];
        Array.Fill(a, x * r.Next);
        return a.Sum() * r.Next;
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("an object")]
    public static double FilledSpan(double x)
    {
        AskedRow r = new();
        double[] a = new double[5];
        a.AsSpan().Fill(x * r[2]);
        return a.Sum() * r.Next;
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("an object")]
    public static double FilledPart(double x)
    {
        AskedRow r = new();
        double[] a = new double[5];
        Array.Fill(a, x * r.Next, 1, r.Next);
        return a.Sum() * r.Next;
    }

    // Each length of an array of several dimensions is what it is when its turn comes.
    [Differentiable]
    [At(0.7)]
    [Allocates("an array")]
    public static double Sized(double x)
    {
        int n = 1;
        double[,] a = new double[n, ++n];
        return a.GetLength(0) * n * x;
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("an array")]
    public static double SizedByFunction(double x)
    {
        int n = 0;
        int Next() => ++n;
        double[,] a = new double[Next() + 1, Next()];
        return a.Length * n * x;
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("an array")]
    public static double SizedByReference(double x)
    {
        int n = 1;
        double[,,] a = new double[Up(ref n), n, Up(ref n)];
        a[1, 0, 2] = x;
        return a.Length * n * x * a[1, 0, 2];
    }

    private static int Up(ref int n) => ++n;

    // What is repeated is what it was when the query was made.
    [Differentiable]
    [At(0.7)]
    public static double Repeated(double x)
    {
        var q = Enumerable.Repeat(x, 3);
        x = 2;
        return q.Sum() * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double RepeatedAndMapped(double x)
    {
        var q = Enumerable.Repeat(x, 3).Select(v => v * x);
        x = 2;
        return q.Sum() * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double RepeatedInLoop(double x)
    {
        double s = 0;
        foreach (double v in Enumerable.Repeat(x, 3))
        {
            x *= 2;
            s += v * x;
        }
        return s;
    }

    [Differentiable]
    [At(0.7)]
    public static double RepeatedInFunction(double x) => Enumerable.Repeat(x, 3).Select(v => { x *= 2; return v * x; }).Sum() * x;

    [Differentiable]
    [At(0.7)]
    public static double RepeatedBefore(double x) => Enumerable.Repeat(x, (int)(x = 2) + 1).Sum() * x;
}
