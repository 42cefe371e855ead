using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Types that do nothing but carry values: <c>System.Tuple</c>, pairs of a key and a value, anonymous objects; and functions of two results.</summary>
public static partial class Carriers
{
    private static readonly Tuple<double, double> Kept = Tuple.Create(2.0, 3.0);
    private static readonly Tuple<double, double>? None = null;
    private static readonly KeyValuePair<double, double> Pair = new(2, 3);
    [Differentiable]
    [At(2.5)]
    public static double Created(double x)
    {
        var t = Tuple.Create(x, x * x);
        return t.Item1 * t.Item2;
    }

    [Differentiable]
    [At(2.5)]
    public static double Constructed(double x)
    {
        var t = new Tuple<double, float>(x, 2);
        return t.Item1 * t.Item1 * t.Item2;
    }

    [Differentiable]
    [At(2.5)]
    public static double Deconstructed(double x)
    {
        var(a, b) = Tuple.Create(x, x * x);
        var(n, v) = KeyValuePair.Create(3, a);
        return a * b * n * v;
    }

    [Differentiable]
    [At(2.5)]
    public static double ValueTuples(double x)
    {
        var t = ValueTuple.Create(x, x * x);
        t.Item1 *= 3;
        var(a, b) = t;
        return a * b;
    }

    private static Tuple<double, double> Half(double x) => x > 1 ? Tuple.Create(x / 2, x) : new Tuple<double, double>(x, 0);
    [Differentiable]
    [At(2.5)]
    [At(0.5)]
    public static double Returned(double x)
    {
        var t = Half(x);
        var u = Half(t.Item1);
        return u.Item1 * t.Item2 + u.Item2;
    }

    private static double Use(Tuple<double, double> t, KeyValuePair<string, double> k) => t.Item1 * t.Item2 * k.Value;
    [Differentiable]
    [At(2.5)]
    public static double Passed(double x) => Use(Tuple.Create(x, 2.0), new KeyValuePair<string, double>("a", x));
    [Differentiable]
    [At(2.5)]
    public static double Nested(double x)
    {
        var t = Tuple.Create(x, Tuple.Create(x, 2));
        return t.Item2.Item1 * t.Item1 * t.Item2.Item2;
    }

    [Differentiable]
    [Allocates("an array")]
    [At(2.5)]
    public static double WithAnArray(double x)
    {
        var t = new Tuple<double, double[]>(x, new[] { x, 2 });
        t.Item2[1] = x * x;
        return t.Item1 * t.Item2[1];
    }

    [Differentiable]
    [Allocates("a list")]
    [At(2.5)]
    public static double InAList(double x)
    {
        var l = new List<Tuple<double, double>>();
        for (int i = 0; i < 3; i++)
            l.Add(Tuple.Create(i * x, x));
        double s = 0;
        foreach (var t in l)
            s += t.Item1 * t.Item2;
        return s;
    }

    [Differentiable]
    [Allocates("an array")]
    [At(2.5)]
    public static double InAnArray(double x)
    {
        var l = new[]
        {
            Tuple.Create(x, 1),
            Tuple.Create(2 * x, 2)
        };
        return l[0].Item1 * l[1].Item1 * l[1].Item2;
    }

    [Differentiable]
    [At(2.3)]
    public static double Best(double x)
    {
        Tuple<double, double> best = Tuple.Create(0.0, x);
        for (int i = 1; i < 4; i++)
        {
            var c = Tuple.Create(Math.Sin(i * x), i * x);
            if (c.Item1 > best.Item1)
                best = c;
        }

        return best.Item1 * best.Item2;
    }

    private static T1 First<T1, T2>(Tuple<T1, T2> t) => t.Item1;
    private static Tuple<T, T> Twice<T>(T t) => Tuple.Create(t, t);
    [Differentiable]
    [At(2.5)]
    public static double Generic(double x) => First(Tuple.Create(x * x, 2)) * Twice(x).Item2;
    [Differentiable]
    [At(2.5)]
    public static double FromOutside(double x) => Kept.Item1 * x * Kept.Item2 * (None?.Item1 ?? x) * Pair.Value;
    [Differentiable]
    [At(2.5)]
    public static double Anonymous(double x)
    {
        var o = new
        {
            x,
            Y = x * x
        };
        return o.x * o.Y;
    }

    [Differentiable]
    [At(2.5)]
    public static double AnonymousNested(double x)
    {
        var o = new
        {
            P = new
            {
                X = x,
                Y = 2
            },
            Q = x * x
        };
        return o.P.X * o.P.Y * o.Q;
    }

    [Differentiable]
    [At(2.5)]
    public static double AnonymousAnew(double x)
    {
        var o = new
        {
            x,
            Y = x * x
        };
        o = new
        {
            x = 3 * x,
            Y = o.x
        };
        var p = o with
        {
            Y = o.x
        };
        return p.x * p.Y * o.Y;
    }

    [Differentiable]
    [At(2.5)]
    public static double AnonymousInOrder(double x)
    {
        int i = 1;
        var o = new
        {
            A = i++ * x,
            B = i++ * x,
            C = i
        };
        return o.A * o.B * o.C;
    }

    [Differentiable]
    [At(2.5)]
    public static double AnonymousMatched(double x)
    {
        var o = new
        {
            x,
            y = 2 * x
        };
        return o is { x: > 1, y: var z } ? z * z : 0;
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2 })]
    public static double InAQuery(double[] a) => a.Select((v, i) => new { V = v, I = i }).Where(t => t.I > 0).Sum(t => t.V * t.V * t.I) + a.Select((v, i) => Tuple.Create(v * v, i)).Aggregate(0.0, (s, t) => s + t.Item1 * t.Item2);
    [Differentiable]
    [Allocates("an array")]
    [At(new double[] { 3, 1, 2 })]
    public static double Ordered(double[] a)
    {
        var s = a.Select((v, i) => new { V = v, I = i }).OrderBy(t => t.V).ToArray();
        return s[0].V * 2 + s[1].V * s[2].I + s[2].V;
    }

    [Differentiable]
    [At(2.5)]
    public static double SineAndCosine(double x)
    {
        var(s, c) = Math.SinCos(x * x);
        return s * c * Math.SinCos(x).Sin;
    }

    [Differentiable]
    [At(2.5f)]
    public static float SineAndCosineOfFloats(float x)
    {
        var both = MathF.SinCos(x);
        return both.Sin * both.Cos * x;
    }

    [Differentiable]
    [At(2.5)]
    public static double SineAndCosineInALoop(double x)
    {
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            var(a, b) = Math.SinCos(i * x);
            (s, _) = double.SinCos(s * a + b);
        }

        return s;
    }
}
