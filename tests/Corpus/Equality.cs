using System;
using AutoDiff;

namespace Corpus;

/// <summary>Tuples and records compared as wholes, and tuples that a pattern gives a name.</summary>
public static partial class Equality
{
    public record struct Point(double X, double Y);
    public readonly record struct Tagged(Point At, int N, string S);
    public sealed record Reading(double A, int N);
    public record struct Counted(double X)
    {
        private double _y = 0;
        public void Set(double y) => _y = y;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    public static double OfTuples(double x, double y)
    {
        if ((x, y) == (y, x))
            return x * y;
        return (x, y) != (x, y) ? x : x + y * y;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.7, 2)]
    public static double OfConstantTuples(double x, int n)
    {
        var t = (n, 2);
        if (t == (3, 2))
            return x * x;
        return t != (2, 2) ? x : 3 * x;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    public static double OfRecords(double x, double y)
    {
        var p = new Point(x, y);
        return p == new Point(y, x) ? x * x : p != new Point(x, y) ? x : p.Equals(new Point(x, y)) ? x * y * y : 0;
    }

    [Differentiable]
    [At(0.7)]
    public static double NotANumber(double x)
    {
        var p = new Point(x, double.NaN);
        double s = p == new Point(x, double.NaN) ? x * x : 3 * x;
        return (x, double.NaN) == (x, double.NaN) ? s : s * x;
    }

    [Differentiable]
    [At(0.7, 1.5)]
    public static double OfLiterals(double x, double y)
    {
        var p = new Point(x, 3);
        double s = p == new Point(x, 3) ? x * x : x;
        return (x, 1) == (3, 1) ? s : (3, y) != (3, 0) ? 5 * s : 3;
    }

    [Differentiable]
    [At(0.7, 3)]
    public static double WithEffects(double x, int n)
    {
        double s = (x, n) == (x = x * x, n++) ? x * n : 2 * x * n;
        var t = (x, n);
        return (t, n) == ((t = (x + 1, n)), n) ? s : t.Item1 * s;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.7, 2, Throws = typeof(IndexOutOfRangeException))]
    public static double OutOfRange(double x, int n)
    {
        var a = new double[n];
        return (x, a[2]) == (1, 0.0) ? x * n : 2 * x * n;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.7, 2)]
    public static double Nested(double x, int n)
    {
        var t = ((x, 1), n);
        double s = t == ((x, 1L), 3) ? x * n : x * x;
        var q = new Tagged(new Point(x, 2), n, "a");
        return q == new Tagged(new Point(x, 2), 3, "a") ? s * n : (q.At, n) == (new Point(x, 2), 2) ? s * x : 0;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.7, 2)]
    public static double OfObjects(double x, int n)
    {
        var r = new Reading(x, n);
        return r == new Reading(x, 3) ? x * n : r != new Reading(3, 2) ? x : x * x;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.0, 0)]
    public static double OfHiddenFields(double x, int n)
    {
        var h = new Counted(x);
        h.Set(n);
        return h == new Counted(x) ? x * n : x * x;
    }

    [Differentiable]
    [At(1.7, 3)]
    [At(0.7, 2)]
    public static double UntilItStays(double x, int n)
    {
        var last = (0.0, 0);
        var now = (Math.Floor(x), n);
        double s = x;
        while (now != last)
        {
            last = now;
            now = (now.Item1, now.Item2 / 2);
            s *= x;
        }

        return s;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.7, 2)]
    public static double OfText(double x, int n)
    {
        var a = (x, n > 2 ? "a" : null);
        return a == (x, null) ? x : a == (x, "a") ? x * x : 2 * x;
    }

    [Differentiable]
    [At(0.7f, 3)]
    public static double OfSingles(float x, int n) => (x, n) == ((double)x, 3L) ? x * x : 3 * x;
    [Differentiable]
    [At(0.7, 3)]
    [At(1.3, 2)]
    public static double Named(double x, int n)
    {
        if ((x, n)is (> 1, 2) t)
            return x * t.Item1 * t.Item2;
        if ((n, n + 1)is (> 2, 4) u)
            return x * u.Item1;
        return x;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(1.3, 2)]
    public static double NamedInALoop(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if ((x * i, i)is (> 1, var k) t)
            {
                s += t.Item1 * k;
                t.Item1 = 2;
                s += t.Item1;
            }
        }

        return s + x;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(1.3, 2)]
    public static double NamedInASwitch(double x, int n) => (x, n, 2 * x) switch
    {
        (> 1, 2, _) t => t.Item3 * t.Item1,
        (_, 3, var z) u when u.Item1 < z => u.Item1 * z,
        _ => 0
    };
    [Differentiable]
    [At(0.7, 3)]
    [At(1.3, 2)]
    public static double NamedWithParts(double x, int n) => ((x, n), 2 * x)is ((> 1, 2) p, var z) w ? p.Item1 * z * w.Item2 * w.Item1.Item1 : x;
    [Differentiable]
    [At(0.7, 3)]
    [At(1.3, 2)]
    public static double NamedAndChanged(double x, int n)
    {
        if ((x, n)is (> 0, > 0) t && (x = x * x) > 0.1)
            return x * t.Item1 + t.Item2;
        return x;
    }
}
