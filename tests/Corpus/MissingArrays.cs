using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Variables and results that hold no array at one time and one at another.</summary>
public static partial class MissingArrays
{
    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 2)]
    [return: Shape(3)] public static double[] Returned(double[] a, int n)
    {
        if (n == 0) return null!;
        var r = new double[3];
        for (int i = 0; i < 3; i++) r[i] = a[i] * a[0];
        return r;
    }

    private static double[]? Early(double[] a, int n)
    {
        if (n == 0) return null;
        var r = new double[3];
        for (int i = 0; i < 3; i++) r[i] = a[i] * a[0];
        return r;
    }

    private static double[] Late(double[] a, int n)
    {
        double[] r = null!;
        if (n > 0) r = new double[] { a[0] * n, a[1] };
        return r;
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 2)]
    [At(new double[] { 1.3, 0.5, 2.1 }, 0)]
    public static double OfHelper(double[] a, int n)
    {
        double[]? r = Early(a, n);
        if (r == null) return a[0] * 3;
        return r[0] + r[1];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 2)]
    [At(new double[] { 1.3, 0.5, 2.1 }, 0)]
    public static double AssignedInHelper(double[] a, int n)
    {
        double[]? r = Late(a, n);
        return r is null ? a[1] : r[0] * r[1];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 2)]
    [At(new double[] { 1.3, 0.5, 2.1 }, 0)]
    public static double MadeInLoop(double[] a, int n)
    {
        double[]? r = null;
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (r == null) r = new double[3];
            r[i] += a[i] * a[0];
            s += r[0];
        }
        return s + (r != null ? r[1] : a[2]);
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 2)]
    [At(new double[] { 1.3, 0.5, 2.1 }, 0)]
    public static double MadeWhereMissing(double[] a, int n)
    {
        double[]? r = null;
        r ??= new double[2];
        r[0] = a[0] * n;
        r[1] = r[0] * a[1];
        r = null;
        r ??= a;
        return r[1] * r[0];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 2)]
    [At(new double[] { 1.3, 0.5, 2.1 }, 0)]
    public static double PreviousOne(double[] a, int n)
    {
        double[]? prev = null;
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            var cur = new double[] { a[i] * a[0], a[i] };
            if (prev != null) s += prev[0] * cur[1];
            prev = cur;
        }
        return s;
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 2)]
    public static double OfOut(double[] a, int n)
    {
        if (!TryGet(a, n, out double[]? r)) return a[0];
        return r![0] * a[1];
    }

    private static bool TryGet(double[] a, int n, out double[]? r)
    {
        if (n < 2)
        {
            r = null;
            return false;
        }
        r = new[] { a[0] * a[0], n };
        return true;
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 2)]
    [Allocates("an array of two indices")]
    public static double OfTwoIndices(double[] a, int n)
    {
        double[,]? m = null;
        if (n == 2) m = new double[2, 2] { { a[0], a[1] }, { 1, a[0] * a[1] } };
        return m == null ? 1 : m[0, 0] * m[1, 1];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 2)]
    public static double OfCompanion(double[] a, int n)
    {
        var r = Returned(a, n);
        return r == null ? 0 : r[0] * r[1];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 2)]
    [return: Shape(3)] public static double[] MadeInTry(double[] a, int n)
    {
        double[] r = null!;
        try
        {
            if (n > 0) r = new double[3];
        }
        finally
        {
            if (n > 1) r![0] = a[0] * a[1];
        }
        return r!;
    }

    public struct P
    {
        public double X;
        public double[] D;
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 2)]
    [At(new double[] { 1.3, 0.5, 2.1 }, 0)]
    [Allocates("an array of structs")]
    public static double OfStructs(double[] a, int n)
    {
        P[]? r = null;
        if (n > 0)
        {
            r = new P[2];
            r[0].X = a[0] * n;
            r[1].D = new[] { a[2] };
        }
        return r is null ? a[1] : r[0].X * r[1].D[0];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    public static double BestSoFar(double[] a, int n)
    {
        double[]? best = null;
        double e = 1e9;
        for (int i = 0; i < n; i++)
        {
            var c = new double[] { a[i] * a[0], a[i] };
            if (best == null || c[1] < e)
            {
                best = c;
                e = c[1];
            }
        }
        return best![0] * best[1];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    public static double GivenUp(double[] a, int n)
    {
        double[]? x = null;
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (x != null)
            {
                s += x[0] * a[i];
                x = null;
            }
            else x = new double[] { a[i], 2 };
        }
        return s + (x == null ? 0 : x[0] * x[0]);
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    public static double Exchanged(double[] a, int n)
    {
        double[]? x = null, y = null;
        (x, y) = (a, x);
        double s = x[0];
        (x, y) = (y, x);
        if (x == null) s *= y![1];
        return s;
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    public static double OrAnother(double[] a, int n)
    {
        double[]? x = n > 2 ? a : null;
        double[] z = x ?? new double[3];
        return z[0] * z[1];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    public static double MadeAndFinished(double[] a, int n)
    {
        double[]? x = null;
        try
        {
            x = new double[n];
            x[0] = a[0] * 2;
        }
        finally
        {
            if (x != null) x[0] *= a[1];
        }
        return x[0];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    public static double MadeInLocalFunction(double[] a, int n)
    {
        double[]? x = null;
        void Set(double v)
        {
            x ??= new double[2];
            x[0] += v;
        }
        Set(a[0]);
        Set(a[1] * a[0]);
        return x![0] * x[0];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    public static double Switched(double[] a, int n)
    {
        double[]? x = default;
        switch (n)
        {
            case 3: x = a.Select(v => v * v).ToArray();
            break;
            case 4: x = null;
            break;
        }
        return x is { Length: 3 } ? x.Sum() : 0;
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    [At(new double[] { 1.3, 0.5, 2.1 }, 1)]
    public static double Weighted(double[] a, int n)
    {
        double[]? w = Weights(a, n);
        double s = 0;
        for (int i = 0; i < 3; i++) s += a[i] * (w == null ? 1 : w[i]);
        return s;
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    [return: Shape(3)] public static double[]? Weights(double[] a, int n)
    {
        if (n < 2) return null;
        double[] r = new double[3];
        for (int i = 0; i < 3; i++) r[i] = a[i] / a[0];
        return r;
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    public static double NeverMade(double[] a, int n)
    {
        double[]? x = null;
        if (n > 5) return x![0];
        return x == null ? a[0] * a[1] : x.Length;
    }

    private static void Fill(double[]? o, double[] a)
    {
        if (o == null) return;
        o[0] = a[0] * a[1];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    public static double GivenToHelper(double[] a, int n)
    {
        Fill(null, a);
        double[] o = new double[1];
        Fill(o, a);
        return o[0] * a[2];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    public static double SecondName(double[] a, int n)
    {
        double[]? x = null, y = x;
        x = a;
        double s = x[0];
        if (y is null) y = x;
        y[1] *= s;
        return x[1] * y[0];
    }

    public sealed class Sometimes
    {
        public double[]? W;

        public Sometimes(double x)
        {
            if (x > 1) W = new[] { x };
        }
    }

    private static double[]? SquareAboveOne(double x)
    {
        if (x > 1) return new[] { x * x };
        return null;
    }

    [Differentiable]
    [Allocates("a list")]
    [At(1.3, 0.7)]
    public static double InAListOfObjects(double x, double y)
    {
        var l = new List<Sometimes> { new(x), new(y) };
        double s = 0;
        foreach (Sometimes each in l) s += each.W == null ? x * x : each.W[0] * y;
        return s;
    }

    [Differentiable]
    [Allocates("an array")]
    [At(1.3, 0.7)]
    public static double GivenToAMadeObject(double x, double y)
    {
        var c = new Sometimes(0);
        if (x > y) c.W = new[] { x };
        return c.W![0] * y;
    }

    [Differentiable]
    [Allocates("an array")]
    [At(0.7, 1.3, Throws = typeof(NullReferenceException))]
    [At(1.3, 0.7)]
    public static double ReadThoughMissing(double x, double y) => SquareAboveOne(x)![0] * y;
}
