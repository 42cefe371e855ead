using System;
using AutoDiff;

namespace Corpus;

public record struct Interval(double Low, double High)
{
    public readonly double Width => High - Low;
}

/// <summary>Structs and tuples in switches, patterns, lambdas, local functions and guarded regions.</summary>
public static partial class ControlOfAggregates
{
    private struct Pair
    {
        public double A;
        public double B;
    }

    [Differentiable]
    [At(0.5, 2.0, 0)]
    [At(0.5, 2.0, 1)]
    [At(0.5, 2.0, 2)]
    public static double ChosenStruct(double x, double y, int kind)
    {
        Interval chosen = kind switch
        {
            0 => new Interval(x, y),
            1 => new Interval(x * y, 3) with { Low = y },
            _ => default,
        };
        return chosen.Width * x + chosen.High;
    }

    [Differentiable]
    [At(0.5, 2.0, 0)]
    [At(0.5, 2.0, 1)]
    public static double ChosenTuple(double x, double y, int kind)
    {
        (double a, double b) = kind switch { 0 => (x, y * y), _ => (y, x) };
        return a * a + b;
    }

    [Differentiable]
    [At(0.5, 2.0)]
    [At(-0.5, 2.0)]
    [At(2.5, 1.0)]
    public static double PatternsOfAStruct(double low, double high)
    {
        var range = new Interval(low, high);
        if (range is { Low: < 0, High: var h }) return h * low;
        if (range is (var a, var b) && a > b) return a * a * b;
        return range switch
        {
            { Low: > 0.4 and var l } all => l * all.High,
            _ => 1,
        };
    }

    [Differentiable]
    [At(0.5, 2.0)]
    [At(1.5, 2.0)]
    public static double SwitchOverATupleVariable(double x, double y)
    {
        (double First, double Second) t = (x * y, y);
        switch (t)
        {
            case ( > 2, var s):
                return s * s * x;
            case var (f, s) when f * s > 1:
                return f + s;
            default:
                return t.First;
        }
    }

    [Differentiable]
    [At(0.5, 2.0)]
    public static double CapturedStruct(double x, double y)
    {
        var p = new Pair { A = x, B = y };
        double Step(double v)
        {
            p.A *= v;
            p.B += p.A;
            return p.B;
        }

        // What is read before the call is not what it leaves.
        double s = p.A * Step(2) + p.B;
        s += p.A + Step(p.A) * p.B;
        Func<Pair, double> sum = q => q.A * q.B + p.A;
        return s * sum(p) + Step(p.B);
    }

    [Differentiable]
    [At(0.5)]
    public static double MemberChangedBetweenOperands(double x)
    {
        Pair p;
        p.A = x;
        p.B = 2;
        double s = p.A + (p.A *= p.B) * p.A;
        return s * (p.A - p.B++) * p.B;
    }

    [Differentiable]
    [At(0.5, 3)]
    public static double StructInARegion(double x, int n)
    {
        Pair p = default;
        for (int i = 0; i < n; i++)
        {
            try
            {
                p.A += x * i;
                Pair q = p;
                q.A *= q.A;
                p.B += q.A;
            }
            finally
            {
                p = new Pair { A = p.B + x, B = p.A };
            }
        }

        return p.A * p.B;
    }

    [Differentiable]
    [At(0.3, 1.1)]
    public static double LambdaReturnsATuple(double x, double y)
    {
        Func<double, (double Sin, double Cos)> both = v => (Math.Sin(v * x), Math.Cos(v));
        (double s, double c) = both(y);
        return s * c + both(x).Sin;
    }

    [Differentiable]
    [At(0.3, 1.1)]
    public static double LambdaTakesAnArrayElement(double x, double y)
    {
        double[] a = { x, y, x * y };
        Action<int> bump = i => a[i] = a[i] * x + a[0];
        bump(1);
        bump(0);
        bump(2);
        return a[0] * a[1] + a[2] * a[2];
    }
}
