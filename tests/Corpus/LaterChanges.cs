using System;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Places, arrays and slices that what is evaluated after them changes: C# has found them by then.</summary>
public static partial class LaterChanges
{
    public struct Pair
    {
        public double X, Y;

        public double Grow(double by)
        {
            X *= by;
            return X;
        }

        public double GrowAndMove(ref int i)
        {
            i = 2;
            X *= 3;
            return X;
        }

        public static Pair operator *(Pair p, double by) => new() { X = p.X * by, Y = p.Y };
    }

    private static Pair[] Pairs(double[] d) => [new Pair { X = d[0], Y = d[1] }, new Pair { X = d[1], Y = d[2] }, new Pair { X = d[2], Y = d[0] }];

    private static double Sum(Pair[] a)
    {
        double s = 0;
        foreach (Pair p in a) s = s * 1.5 + p.X * p.X - p.Y;
        return s;
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5, -0.5 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double ComplexElements(double[] d, double x)
    {
        Complex[] a = [new(d[0], d[1]), new(d[1], d[2]), new(d[2], 1)];
        int i = 0;
        a[i++] *= x;
        a[i++] *= a[i];
        Complex Next() => a[i--];
        a[i] += Next();
        return a[0].Real * i + a[1].Imaginary * a[2].Real;
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5, -0.5 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double StructElements(double[] d, double x)
    {
        Pair[] a = Pairs(d);
        int i = 0;
        a[i++] *= x;
        a[i] *= a[i++].Y;
        a[i] *= (i = 0) + x;
        return Sum(a) * i + Sum(a);
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5, -0.5 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double FieldsOfElements(double[] d, double x)
    {
        Pair[] a = Pairs(d);
        int i = 0;
        a[i].Y = a[i++].X * x;
        a[i].Y += (i = 2) * x;
        a[i].X -= a[i--].Y;
        double s = a[i].Grow(i = 2) + a[i].Grow(a[--i].X);
        i = 0;
        s *= a[i].GrowAndMove(ref i);
        return Sum(a) + s;
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5, -0.5 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double TupleElements(double[] d, double x)
    {
        (double U, double V)[] a = [(d[0], d[1]), (d[1], d[2])];
        int i = 0;
        a[i].U += a[i++].V * x;
        a[i].V *= (i = 0) + x;
        (a[i].U, a[i + 1].U) = (a[i++].V, a[i].V * x);
        return a[0].U * a[1].V + a[1].U;
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5, -0.5 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double FieldsInTables(double[] d, double x)
    {
        Pair[,] t = { { new Pair { X = d[0] }, new Pair { X = d[1] } }, { new Pair { X = d[2] }, new Pair { X = x } } };
        int i = 0, j = 1;
        t[i, j].Y += (i = 1) * x;
        t[i, j].Y = t[i--, j--].X * d[0];
        t[i, j] *= t[++i, j].X;
        return t[0, 1].Y * t[1, 1].Y + t[0, 0].X * t[1, 0].X;
    }

    private static double Add(double[] t, double k)
    {
        t[0] += k;
        return t[1];
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5, -0.5 }, 0.7)]
    public static double ArrayArguments(double[] d, double x)
    {
        double[] b = { x, d[1] };
        double s = Add(b, (b = new[] { x, x })[0]);
        double Local(double[] t, double k) => t[0] * k + t[1];
        Func<double[], double, double> lambda = (t, k) => t[0] - k * t[1];
        s += Local(b, (b = new[] { d[2], d[0] })[1]);
        s *= lambda(b, (b = new[] { d[1], d[0] * x })[1]);
        return b[0] + b[1] * s;
    }

    private static double Mean(ReadOnlySpan<double> a, double k)
    {
        double s = k;
        foreach (double v in a) s = s * 0.5 + v * v;
        return s;
    }

    [Differentiable]
    [At(0.5, 1.5)]
    [Allocates("arrays of this kind are not pooled")]
    public static double SliceArguments(double x, double y)
    {
        double[] a = { x, y, x * y };
        double[][] m = [[x, x * x], [y, 2 * y]];
        int i = 0;
        double s = Mean(a.AsSpan(i), i = 1);
        s += Mean(a.AsSpan(i, 2), (i = 0) * x + i + 1);
        s *= Mean(m[i], (i = 1) * x);
        return s + Add(m[i], (i = 0) + y) * m[1][0];
    }

    [Differentiable]
    [At(0.5f, 1.5f)]
    [Allocates("arrays of this kind are not pooled")]
    public static float VectorElements(float x, float y)
    {
        Vector2[] t = [new(x, y), new(y, x * y)];
        int i = 0;
        t[i].X += t[i++].Y;
        t[i].Y *= (i = 0) + x;
        return t[0].X * t[1].Y + t[0].Y;
    }

    /// <summary>A struct without a constructor of its own for it is all zeros when it is made without arguments.</summary>
    public struct Started
    {
        public double X, Y = 4;

        public Started(double x) => X = x;
    }

    [Differentiable]
    [At(0.5)]
    public static double MadeWithoutArguments(double x)
    {
        var a = new Started();
        Started b = new(x), c = new Started { X = x };
        return a.Y * x + b.Y * x * x + c.Y + c.X + new Started().Y * x;
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5 }, 1)]
    [At(new double[] { 1.5, 2.5 }, 2, Throws = typeof(IndexOutOfRangeException))]
    public static double NamedOutOfRange(double[] d, int k)
    {
        double s = d[0] * d[1];
        ref double t = ref d[k];
        if (s < 0) t = 1;
        return s * s;
    }
}
