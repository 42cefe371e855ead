using System;
using System.Collections.Generic;
using AutoDiff;

namespace Corpus;

/// <summary>Switches, patterns, regions and jumps inside one another, with effects where the order of evaluation shows.</summary>
public static partial class ControlMixed
{
    private struct Point2
    {
        public double X;
        public double Y;

        public Point2(double x, double y)
        {
            X = x;
            Y = y;
        }
    }

    [Differentiable]
    [At(1.3, 2)]
    [At(1.3, 5)]
    public static double SwitchInTernaryWithEffects(double x, int n)
    {
        int k = n;
        double a = x, b = 2;
        double y = (k++ > 3 ? a *= x : b) + k switch { 3 => a, 6 when (b *= a) > 1 => b * a, _ => 7 * x } * (a = a + 1);
        return y + a * b + k;
    }

    [Differentiable]
    [At(1.3, 4)]
    public static double ContinueInSwitchInLoop(double x, int n)
    {
        double s = 0, p = 1;
        for (int i = 0; i < n; i++)
        {
            switch (i & 3)
            {
                case 0: continue;
                case 1: p *= x; break;
                case 2:
                    while (true) { p += x; if (p > 5) break; }
                    goto case 1;
                default:
                    s += p;
                    if (s > 100) return s * x;
                    break;
            }
            s += p * x;
        }
        return s;
    }

    [Differentiable]
    [At(0.7, 6)]
    public static double FinallyWithContinue(double x, int n)
    {
        double s = 1, t = 0;
        for (int i = 0; i < n; i++)
        {
            try
            {
                if (i == 1) continue;
                if (i == 4) break;
                s *= x + i;
            }
            finally
            {
                t += s * x;
                s = s - t;
            }
            t *= s;
        }
        return s * t;
    }

    [Differentiable]
    [At(0.7)]
    public static double FinallyAfterReturnedValue(double x)
    {
        double s = x;
        try { return s * s; }
        finally { s = s * 100; x = s; }
    }

    [Differentiable]
    [At(0.6, 1.4, 0)]
    [At(0.6, 1.4, 1)]
    [At(0.6, 1.4, 2)]
    public static double StructsOutOfSwitch(double x, double y, int k)
    {
        Point2 p = k switch { 0 => new Point2(x, y), 1 => new Point2(y * y, x), _ => new Point2 { X = x * y, Y = 1 } };
        Point2 q = k > 0 ? p : new Point2(p.Y, p.X);
        q.X *= 2;
        (double a, double b) = k switch { 0 => (p.X, q.Y), _ => (q.X * p.X, p.Y) };
        return a * b + p.X * q.Y;
    }

    [Differentiable]
    [At(0.6, 1.4)]
    [At(-0.6, 1.4)]
    public static double StructPatterns(double x, double y)
    {
        var p = new Point2(x * y, y);
        if (p is { X: > 0 and var a, Y: var b }) return a * b * x;
        return (p.X, p.Y) is (var c, > 1 and var d) ? c * c * d : 0;
    }

    [MayBeRefused("tuples in a collection initializer")]
    [Allocates("a list")]
    [Differentiable]
    [At(0.6, new double[] { 1, 2, 3 })]
    public static double ForeachOverAListOfTuples(double x, double[] a)
    {
        var weights = new List<(int Index, double Weight)> { (0, 2.0), (2, 3.5) };
        double s = 0;
        foreach (var (i, w) in weights)
        {
            if (w > 3) { s *= x; continue; }
            s += a[i] * w * x;
        }
        foreach ((int i, double w) in weights) s = s * a[i] + w;
        return s;
    }

    [Differentiable]
    [At(1.6, 3)]
    public static double CheckedInside(double x, int n)
    {
        int h = n;
        double s = x;
        unchecked { for (int i = 0; i < 40; i++) { h = h * 31 + i; s = s * 0.9 + x * (h & 7); } }
        return s * unchecked((byte)(h * 3)) + checked(n * n + 1) * x;
    }

    [Differentiable]
    [At(1.6, int.MaxValue, Throws = typeof(OverflowException))]
    [At(1.6, 5)]
    public static double CheckedThrows(double x, int n)
    {
        double y = x * x;
        checked { n += 2; }
        return y * n;
    }

    [Differentiable]
    [At(1.6, 2)]
    [At(1.6, 0)]
    [At(1.6, -3, Throws = typeof(ArgumentException))]
    public static double ThrowExpressions(double x, int n)
    {
        double y = n >= 0 ? x * n : throw new ArgumentException("negative");
        double z = n switch { 0 => x, > 0 => x * y, _ => throw new InvalidOperationException() };
        return y * z + x;
    }

    [Differentiable]
    [At(1.6, new double[] { 1, 2, 3 }, 1)]
    [At(1.6, new double[] { 1, 2, 3 }, 7, Throws = typeof(IndexOutOfRangeException))]
    public static double FinallyRunsOnThrow(double x, double[] a, int i)
    {
        double s = x;
        try { a[0] = s * a[1]; s = a[i] * a[0]; }
        finally { a[0] = 0; s += a[2]; }
        return s * a[2];
    }

    [Differentiable]
    [At(1.6, 1.1, 3)]
    public static double GotoDefaultRepeated(double x, double y, int n)
    {
        double s = x;
        for (int i = 0; i <= n; i++)
        {
            switch (i)
            {
                case 0: s *= y; goto default;
                case 1 when s > 1: s += x; goto case 0;
                case 2: { double t = s * s; s = t; if (t > 4) goto default; break; }
                default: s = s * x + i; break;
            }
        }
        return s;
    }

    [Differentiable]
    [At(1.6, true, false)]
    [At(1.6, false, true)]
    public static double BoolCompound(double x, bool a, bool b)
    {
        bool c = a; c &= b; c |= x > 1; c ^= a;
        double s = c ? x * x : x;
        _ = s * 2;
        decimal d = 1.5m; d += 2;
        char ch = a ? 'a' : 'b'; ch++;
        int? q = b ? 3 : null;
        return s * (double)d + ch * x + (q ?? 2) * x + (q?.ToString().Length ?? 4) * s;
    }

    [Differentiable]
    [At(0.9, 5)]
    public static double SwitchOnMutatedValue(double x, int n)
    {
        double v = x;
        for (int i = 0; i < n; i++)
            v = v switch { < 1 => v * 2 + x, >= 1 and < 3 when i % 2 == 0 => v * v, var w and > 5 => w - 3, var w => w * x };
        return v;
    }

    [Differentiable]
    [At(0.6, 1.4, 2)]
    public static double StructInTry(double x, double y, int n)
    {
        var p = new Point2(x, y);
        for (int i = 0; i < n; i++)
        {
            try { p = new Point2(p.Y * x, p.X); if (i == 1) return p.X * 2 + y; }
            finally { p.Y += p.X * i; }
        }
        return p.X * p.Y;
    }

    [Differentiable]
    [At(0.6, new double[] { 1, 2, 3, 4 }, 3)]
    public static double ArraySwitchAliases(double x, double[] a, int n)
    {
        double[] b = new double[a.Length];
        for (int i = 0; i < n; i++)
        {
            double[] c = (i % 3) switch { 0 => a, 1 => b, _ => a };
            c[i] = a[i] * x + b[0];
        }
        return a[0] + a[1] * b[1] + a[2];
    }

    [Differentiable]
    [At(0.6, new double[] { 1, 2, 3, 4 })]
    public static double NestedFinallyWithBreakOut(double x, double[] a)
    {
        double s = 0;
        foreach (double v in a)
        {
            try
            {
                try { if (v > 3.5) break; s += v * x; if (v is > 1.5 and < 2.5) continue; }
                finally { s *= 1 + x; }
                s += s * v;
            }
            finally { s -= 0.1 * x * v; a[0] = s; }
        }
        return s + a[0] * a[1];
    }

    [Differentiable]
    [At(0.6, 2)]
    [At(-0.6, 2)]
    public static double ShortCircuitBindings(double x, int n)
    {
        double s = x;
        bool Bump(double d) { s += d; return s > 0; }
        if (Bump(0.1) || Bump(3) && s is > 2 and var w && Bump(w)) s *= x;
        bool z = !Bump(1) | Bump(x) & Bump(s);
        while (n-- > 0 && Bump(-s * 0.3) && (z ? Bump(x) : !Bump(2 * x))) s *= 1.1;
        return s;
    }

    [Differentiable]
    [At(2.0, 3)]
    public static double LocalShadowAcrossSections(double x, int n)
    {
        double r = 0;
        for (int i = 0; i < n; i++)
            switch (i)
            {
                case 0: double t; t = x; r += t; break;
                case 1: t = x * x; r += t; goto case 0;
                default: t = r; r = t * t - x; break;
            }
        return r;
    }
}
