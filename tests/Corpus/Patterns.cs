using System;
using AutoDiff;

namespace Corpus;

public abstract record Shape;

public sealed record Disc(double Radius) : Shape;

public sealed record Box(double Width, double Height) : Shape;

/// <summary>Patterns in conditions: the test is control, what it binds carries a derivative where the value does.</summary>
public static partial class Patterns
{
    [Differentiable]
    [At(0.5)]
    [At(1.5)]
    [At(3.5)]
    public static double Range(double x)
    {
        if (x is > 0 and < 1) return x * x;
        if (x is not (<= 3 or 7)) return Math.Log(x);
        return x / 2;
    }

    [Differentiable]
    [At(0.5)]
    [At(2.5)]
    public static double VarBinding(double x)
    {
        if (x * x is var y && y > 1) return y * x;
        return y + 1;
    }

    [Differentiable]
    [At(0.5)]
    [At(2.5)]
    [At(-2.5)]
    public static double TypeBinding(double x)
    {
        if (Math.Exp(x) is double e and > 2) return e * e;
        return x is double v ? v * x : 0;
    }

    [Differentiable]
    [At(0.5)]
    [At(2.5)]
    public static double NegatedBinding(double x)
    {
        if (x * 3 is not (> 2 and var y)) return x;
        return y * y;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 1)]
    [At(new double[] { 1, -2, 3 }, 1)]
    [At(new double[] { 1, 2, 3 }, 7)]
    public static double AfterABoundsCheck(double[] a, int i)
    {
        if (i < a.Length && a[i] is var v && v > 0) return v * v;
        return a[0];
    }

    [Differentiable]
    [At(0.3, 20)]
    public static double InALoopCondition(double x, int most)
    {
        double s = 1;
        int n = 0;
        while (Math.Sin(s * x) is var t && t > 0.01 && n++ < most) s += t * x;
        return s;
    }

    [Differentiable]
    [At(0.3, 1.2)]
    [At(2.3, 1.2)]
    public static double InATernary(double x, double y)
    {
        double a = x * y is > 1 and var p ? p * x : y;
        return a * (x is < 1 ? 2 : x);
    }

    [Differentiable]
    [At(new double[] { 2 })]
    [At(new double[] { 2, 3 })]
    [At(new double[] { 2, 3, 5, 7 })]
    [At(new double[] { -2, 3, 5, 7 })]
    public static double ListPattern(double[] a)
    {
        if (a is [var only]) return only * only;
        if (a is [< 0, .., var back]) return back;
        return a is [var first, .., var last] ? first * last : 0;
    }

    [Differentiable]
    [At(1.4, new int[] { 1, 2, 3 })]
    [At(1.4, new int[] { 0, 2 })]
    [At(1.4, new int[] { })]
    public static double InactiveListPattern(double x, int[] code) => code switch
    {
        [] => x,
        [0, ..] => x * x,
        [1, _, var k] => x * k,
        _ => 1,
    };

    [Differentiable]
    [At(1.4, "abc")]
    [At(1.4, "")]
    [At(1.4, null!)]
    public static double PropertyPattern(double x, string? s)
    {
        if (s is { Length: > 2 and var n }) return x * n;
        return s is { } text ? x * x + text.Length : 1 / x;
    }

    [Differentiable]
    [Allocates("a shape")]
    [At(1.4, 0)]
    [At(1.4, 1)]
    [At(1.4, 2)]
    public static double TypePatterns(double x, int which)
    {
        Shape? shape = which switch { 0 => new Disc(2), 1 => new Box(3, 4), _ => null };
        double area = 0;
        switch (shape)
        {
            case Disc { Radius: > 1 } disc:
                area = disc.Radius * disc.Radius * Math.PI;
                break;
            case Box(var w, var h) when w > 0:
                area = w * h;
                break;
            case null:
                area = -1;
                break;
        }

        return area * x * x;
    }

    [Differentiable]
    [At(1.4, 3)]
    [At(1.4, -1)]
    public static double NullableInteger(double x, int given)
    {
        int? n = given < 0 ? null : given;
        if (n is int k and > 2) x *= k;
        if (n is { } m) x += m * x;
        return n is null ? x * x : x * (n ?? 7) + n.GetValueOrDefault();
    }

    [Differentiable]
    [At(1.4, 'b', 3)]
    [At(1.4, 'Q', 3)]
    [At(1.4, '7', 9)]
    public static double Characters(double x, char c, int n)
    {
        bool letter = c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';
        if (letter && n is 1 or 3) return x * x;
        return (c, n) is ('7', > 5) ? x * (c - '0') : x;
    }

    [Differentiable]
    [At(1.4, 2)]
    [At(1.4, 3)]
    public static double BoundInOneBranch(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < 4; i++)
        {
            if (i * n is var k && k > 3) s += Math.Pow(x, k);
            else s += k * x;
        }

        return s;
    }

    [Differentiable]
    [At(0.7, 5)]
    public static double DoWithBinding(double x, int n)
    {
        double s = x;
        int i = 0;
        do
        {
            i++;
            if (i == 2) continue;
            s = s * x + i;
        }
        while (s * x is var t && t < 50 && i < n);
        return s;
    }

    [Differentiable]
    [At(0.7, 5)]
    public static double ForWithBinding(double x, int n)
    {
        double s = x;
        for (int i = 0; s * i is var t && i < n; i++)
        {
            if (i == 3) continue;
            s += t * x + Math.Sin(t);
        }
        return s;
    }

    [Differentiable]
    [At(0.7, 3)]
    public static double WhileWithBindingAndBreak(double x, int n)
    {
        double s = x;
        while (Math.Exp(s) is var e)
        {
            if (e > 20) break;
            s += e * x / n;
            if (s is > 2.4 and var big) return big * e;
        }
        return s;
    }

    [Differentiable]
    [At(0.4, 3)]
    public static double AssignedTwiceInCondition(double x, int n)
    {
        double a = x, b = x;
        if ((a *= 2) > 0.5 && (b = a * x) is > 0.1 and < 5 || (a = 7) < 0) b += a;
        int k = (n, a) is (3, > 0.7) ? 2 : 3;
        return a * b * k;
    }

    static double Piece(double t) => t switch { < 0.5 => t * t, >= 0.5 and < 1.0 => Math.Sqrt(t), _ => Math.Exp(-t) };

    static double Level(int k, double v) => k switch { 0 => v, > 0 and < 3 => v * v, _ => 1 / v };

    [Differentiable]
    [At(0.4)]
    public static double ConstantsMatched(double x) => (Piece(0) + Piece(0.7) + Piece(3) + Piece(x)) * x + Level(0, x) * Level(2, x) + Level(-1, x);

    [Differentiable]
    [At(0.4)]
    [At(0.5, Kink = true)]
    public static double NamedConstant(double x)
    {
        const int One = 1;
        if (x is > One or 0.5) return x;
        return x * x;
    }

    private const double Limit = 2.5;

    [Differentiable]
    [At(0.4)]
    public static double NamedRealConstant(double x)
    {
        const double Half = 0.5;
        if (x is > Half and < Limit or -Half) return x * Half;
        switch (x)
        {
            case Half: return 3;
            case < -Half: return x * x * x;
        }
        return x * x;
    }
}
