using System;
using AutoDiff;

namespace Corpus;

/// <summary>Nullable numbers and structs: what is asked of them by patterns and by <c>?.</c>, and when that is evaluated.</summary>
public static partial class NullablePatterns
{
    public record struct Pair(double X, double Y);

    public record struct Outer(double Z, Pair Inner)
    {
        public double Sum(double t) => Z * t + Inner.X;

        public Pair? Maybe => Z > 1 ? Inner : null;
    }

    [Differentiable]
    [At(1.5, 1)]
    [At(1.5, 0)]
    public static double Braces(double x, int k)
    {
        double? y = k > 0 ? x * x : null;
        return y is { } z ? z * x : 3 * x;
    }

    [Differentiable]
    [At(1.5, 1)]
    [At(1.5, 0)]
    public static double TestedForNull(double x, int k)
    {
        double? y = k > 0 ? x * x : null;
        if (y is null) return x;
        return (double)y * x;
    }

    [Differentiable]
    [At(1.5, 1)]
    [At(1.5, 0)]
    public static double OrAnother(double x, int k)
    {
        double? y = k > 0 ? x * x : null;
        return y.GetValueOrDefault(x + 1) * y.GetValueOrDefault();
    }

    [Differentiable]
    [At(1.5, 1)]
    [At(1.5, 0)]
    public static double Switched(double x, int k)
    {
        double? y = k > 0 ? x * x : null;
        return y switch { double d => d * x, null => 3 * x };
    }

    [Differentiable]
    [At(1.5, 1)]
    [At(1.5, 0)]
    public static double SwitchedByRange(double x, int k)
    {
        double? y = k > 0 ? x * x : null;
        return y switch { null => x, > 2 and < 3 => y.Value * y.Value, { } d when d > 5 => d, _ => 0 };
    }

    [Differentiable]
    [At(1.5, 1)]
    [At(1.5, 0)]
    public static double SwitchStatement(double x, int k)
    {
        double? y = k > 0 ? x * x : null;
        switch (y)
        {
            case null:
                return x;
            case > 9:
                return 2;
            case double d when d > 2:
                return d * x;
            default:
                return y.Value;
        }
    }

    [Differentiable]
    [At(1.5, 1)]
    [At(1.5, 0)]
    public static double MemberOfAStruct(double x, int k)
    {
        Pair? p = k > 0 ? new Pair(x, x * x) : null;
        double? v = p?.Y;
        return (v ?? 5) * x + (p?.X ?? 0);
    }

    [Differentiable]
    [At(1.5, 1)]
    [At(1.5, 0)]
    public static double MemberMatched(double x, int k)
    {
        Pair? p = k > 0 ? new Pair(x, x * x) : null;
        if (p?.Y is { } v) return v * x;
        return x;
    }

    [Differentiable]
    [At(1.5, 1)]
    [At(1.5, 0)]
    public static double MemberCompared(double x, int k)
    {
        Pair? p = k > 0 ? new Pair(x, x * x) : null;
        if (p?.Y > 2) return x * x;
        return x;
    }

    [Differentiable]
    [At(1.5, 1)]
    [At(1.5, 0)]
    public static double PatternsOfAStruct(double x, int k)
    {
        Pair? p = k > 0 ? new Pair(x, x * x) : null;
        return (p is { X: > 1 } q ? q.Y : x) * (p is (var a, _) ? a : 2);
    }

    [Differentiable]
    [At(1.5, 1)]
    [At(1.5, 0)]
    public static double SwitchedStruct(double x, int k)
    {
        Pair? p = k > 0 ? new Pair(x, x * x) : null;
        return p switch { { X: > 1 } q => q.Y, null => x, _ => 2 };
    }

    [Differentiable]
    [At(1.5, 1)]
    [At(1.5, 0)]
    public static double Chained(double x, int k)
    {
        double? y = k > 0 ? x * x : null;
        double? z = y * 2 + x;
        return (z ?? y ?? x) + (y ?? z ?? 7);
    }

    [Differentiable]
    [At(1.5f, 1)]
    [At(1.5f, 0)]
    public static float SinglePrecision(float x, int k)
    {
        float? y = k > 0 ? x * x : null;
        return y switch { float d => d * x, null => 3 * x } + y.GetValueOrDefault(x);
    }

    [Differentiable]
    [At(1.5, 3)]
    public static double BestInALoop(double x, int n)
    {
        double? best = null;
        for (int i = 0; i < n; i++)
        {
            double c = x * i * (3 - i);
            if (best is not { } b || c > b) best = c;
        }
        return best.GetValueOrDefault(-1) * x;
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, 5)]
    [At(new double[] { 1, 2 }, 1)]
    public static double ElementBehindATest(double[] a, int k)
    {
        double? y = k > 7 ? a[0] : null;
        return k < a.Length && (y ?? a[k]) > 0 ? a[0] * a[k] : a[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, 5)]
    [At(new double[] { 1, 2 }, 1)]
    public static double LiftedBehindATest(double[] a, int k)
    {
        double? y = a[0];
        return k < a.Length && y + a[k] > 0 ? a[0] * a[k] : a[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, 5, Throws = typeof(IndexOutOfRangeException))]
    [At(new double[] { 1, 2 }, 1)]
    public static double LiftedOperandThrows(double[] a, int k)
    {
        double? y = k > 0 ? null : a[0];
        double? z = y + a[k];
        return a[0] * a[1] + (z ?? 3);
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, 5, Throws = typeof(IndexOutOfRangeException))]
    [At(new double[] { 1, 2 }, 1)]
    public static double AnotherThrows(double[] a, int k)
    {
        double? y = k > 0 ? a[0] : null;
        return y.GetValueOrDefault(a[k]) * a[1];
    }

    [Differentiable]
    [At(1.5, 1)]
    [At(1.5, 0)]
    public static double MemberBehindATest(double x, int k)
    {
        Pair? p = k > 0 ? new Pair(x, x * x) : null;
        return k > 0 && p?.X > 1 ? p.Value.Y : x;
    }

    [Differentiable]
    [At(1.5, 1)]
    [At(1.5, 0)]
    public static double MembersOfMembers(double x, int k)
    {
        Outer? o = k > 0 ? new Outer(x, new Pair(x * x, 2 * x)) : null;
        return (o?.Inner.X ?? x) * (o?.Sum(x) ?? 2) + (o?.Maybe?.Y ?? 7) + (o?.Inner)?.X ?? 1;
    }
}
