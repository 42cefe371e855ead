using System;
using AutoDiff;

namespace Corpus;

/// <summary>Conditions of loops that declare variables: <c>out</c> arguments, assignments, patterns.</summary>
public static partial class LoopConditions
{
    public record struct Pair(double X, double Y);

    private static bool Next(double x, int k, out double v)
    {
        v = 1;
        v += x * k + x * x;
        return k < 4;
    }

    private static bool NextPair(double x, int k, out Pair pair)
    {
        pair = new Pair(x, k);
        pair.X *= x;
        if (k > 3) return false;
        pair.Y += x;
        return true;
    }

    private static Pair Step(Pair p, double x) => new(p.X * 0.5 * x, p.Y + x);

    [Differentiable]
    [At(1.3)]
    public static double OutDeclared(double x)
    {
        int k = 0;
        double s = 0;
        while (Next(x, k, out double v))
        {
            s += v * s + v;
            k++;
        }
        return s;
    }

    [Differentiable]
    [At(1.3)]
    public static double OutDeclaredBefore(double x)
    {
        int k = 0;
        double s = 0, v;
        while (Next(x, k, out v))
        {
            s += v * s + v;
            k++;
        }
        return s + v;
    }

    // The argument is read before the call assigns the variable.
    [Differentiable]
    [At(0.7)]
    public static double OutIsTheArgument(double x)
    {
        double v = x, s = 0;
        int k = 0;
        while (Next(v, k, out v))
        {
            s += v;
            k++;
        }
        return s + v;
    }

    [Differentiable]
    [At(1.3)]
    public static double OutInAFor(double x)
    {
        double s = 0;
        for (int k = 0; Next(x, k, out var v); k++)
        {
            if (k == 1) continue;
            s += v * s + v;
            v = s;
            s += v * x;
        }
        return s;
    }

    [Differentiable]
    [At(1.1)]
    public static double OutInADo(double x)
    {
        int k = 0;
        double s = 0;
        do
        {
            k++;
            if (k == 2) continue;
            s += x * k;
            if (s > 30) break;
        }
        while (Next(x * s, k, out double v) && v > 0);
        return s;
    }

    [Differentiable]
    [At(1.3)]
    [At(0.4)]
    public static double OutAfterAnd(double x)
    {
        int k = 0;
        double s = 0;
        while (s < 20 && Next(x, k, out double v) && v > 0)
        {
            s += v * v;
            k++;
        }
        return s;
    }

    [Differentiable]
    [At(1.3)]
    [At(0.4)]
    public static double OutAfterOr(double x)
    {
        int k = 0;
        double s = 0, v;
        while (!(s > 20 || !Next(x, k, out v)))
        {
            s += v * v;
            k++;
        }
        return s;
    }

    [Differentiable]
    [At(1.1)]
    public static double CountsOnTheWay(double x)
    {
        int k = 0;
        double s = 0;
        while (k++ < 6 && Next(x, k, out var v) && v > k) s += v * k;
        return s * k;
    }

    [Differentiable]
    [At(0.9)]
    public static double NestedLoops(double x)
    {
        double s = 0;
        int i = 0;
        while (Next(x, i++, out var v))
        {
            for (int j = 1; Next(v, j, out var w) && w < 20; j++) s += v * w;
            if (s > 300) return s * v;
        }
        return s;
    }

    [Differentiable]
    [At(0.7)]
    public static double OutPair(double x)
    {
        int k = 0;
        double s = 0;
        while (NextPair(x, k++, out Pair p))
        {
            s += p.X * p.Y * s + p.Y;
            p.X = s;
            s += p.X * x;
        }
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 })]
    public static double OutElement(double[] a)
    {
        double s = 0;
        var b = new double[3];
        int k = 0;
        while (Next(a[k % 3], k, out b[k % 3]))
        {
            s += b[k % 3] * s + b[0];
            k++;
        }
        return s + b[1];
    }

    [Differentiable]
    [At(1.3)]
    public static double OutOfALocalFunction(double x)
    {
        double p = 1;
        bool More(int k, out double v)
        {
            p *= x;
            v = p + k;
            return p < 9;
        }
        double s = 0;
        for (int k = 0; More(k, out var v); k++)
        {
            Func<double, double> scaled = t => t * v;
            s += scaled(p) + scaled(s);
        }
        return s;
    }

    [Differentiable]
    [At(1.3f)]
    public static float OutOfSinglePrecision(float x)
    {
        static bool Next(float x, int k, out float v)
        {
            v = x * k;
            return k < 5;
        }
        float s = 0;
        int k = 0;
        while (Next(x, k++, out float v)) s += v * v;
        return s;
    }

    [Differentiable]
    [At(1.3, 2)]
    [At(1.3, 5, Throws = typeof(InvalidOperationException))]
    public static double OutThatThrows(double x, int n)
    {
        bool Next(int k, out double v)
        {
            if (k == 3) throw new InvalidOperationException();
            v = x * k;
            return k < n;
        }
        double s = 0;
        int k = 0;
        while (Next(k++, out double v)) s += v;
        return s;
    }

    [Differentiable]
    [At(40.0)]
    public static double Assigned(double x)
    {
        double s = 0, v = x, w;
        while ((v = Math.Sqrt(v)) > 1.1 && (w = v * 2) > 2.3) s += v * w;
        return s + v;
    }

    [Differentiable]
    [At(40.0)]
    public static double Named(double x)
    {
        double s = x, t = 0;
        while (Math.Sqrt(s) is var v && v > 1.1)
        {
            s = v * 1.05;
            t += s * v;
        }
        return s + t;
    }

    [Differentiable]
    [At(40.0)]
    public static double NamedInADo(double x)
    {
        double s = x, t = 0;
        do
        {
            t += s;
            s = Math.Sqrt(s);
        }
        while (s * 1.5 is var v && v > 1.7 && v * v > 4);
        return s + t;
    }

    [Differentiable]
    [At(40.0)]
    public static double TypeAndRange(double x)
    {
        double s = x, t = 0;
        while (Math.Sqrt(s) is double v and > 1.1)
        {
            s = v;
            t += v * v;
        }
        return s + t;
    }

    [Differentiable]
    [At(1.3)]
    public static double NullableValue(double x)
    {
        double? Next(double t) => t < 9 ? t * x : null;
        double s = x;
        while (Next(s) is double v) s = v + 0.1;
        while (Next(s * 0.5) is { } v) s = v * 2 + 1;
        return s;
    }

    [Differentiable]
    [At(1.1)]
    public static double PartsOfAPair(double x)
    {
        Pair q = new(x, 0);
        double s = 0;
        while (Step(q, x) is { X: var a, Y: < 5 } p)
        {
            s += a * p.Y;
            q = p with { X = p.Y };
        }
        return s + q.X;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 })]
    public static double RestOfAnArray(double[] a)
    {
        double s = 0;
        double[] rest = a;
        while (rest is [var first, .. var tail])
        {
            s = s * first + first;
            rest = tail;
        }
        return s;
    }
}
