using System;
using System.IO;
using AutoDiff;

namespace Corpus;

/// <summary><c>using</c>, as a statement and before a variable, and <c>lock</c>.</summary>
public static partial class Disposal
{
    private static readonly object Gate = new();

    [Differentiable]
    [Allocates("a stream")]
    [At(3.0, "12")]
    public static double UsingDeclaration(double x, string text)
    {
        double y = x * x;
        using var reader = new StringReader(text);
        y *= reader.Read();
        if (y > 450) return y * x;
        using var second = new StringReader(text);
        return y + reader.Read() * second.Read() * x;
    }

    [Differentiable]
    [Allocates("a stream")]
    [At(3.0, "12")]
    public static double UsingStatement(double x, string text)
    {
        double y = x;
        using (StringReader first = new(text), second = new(text))
        {
            for (int c = first.Read(); c >= 0; c = first.Read()) y = y * x / c;
            y += second.Peek() * x;
        }

        using (new MemoryStream()) y *= x;
        return y;
    }

    [Differentiable]
    [At(3.0)]
    [At(0.5)]
    public static double Locked(double x)
    {
        lock (Gate)
        {
            double y = x * x;
            if (y > 1) return y * x;
        }

        return Math.Sin(x);
    }

    [Differentiable]
    [Allocates("a reader")]
    [At(0.7, 3)]
    public static double UsingInLoop(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            using var r = new StringReader("abc");
            if (i == 1) continue;
            s *= x + r.Read() * 0.01;
            if (s > 100) break;
        }
        return s;
    }

    /// <summary>An object of numbers, which its disposal changes.</summary>
    public sealed class Lease : IDisposable
    {
        public Lease(double v) => V = v;

        public double V { get; set; }

        public void Dispose() => V *= 0.5;
    }

    private sealed class Mark : IDisposable
    {
        private readonly double[] _target;

        public Mark(double[] target) => _target = target;

        public void Dispose() => _target[0] = 9;
    }

    [Differentiable]
    [At(new double[] { 1.3, 1.5 }, 0.7)]
    public static double OfNumbers(double[] a, double x)
    {
        var outer = new Lease(x);
        using (outer)
        {
            x *= 2;
            using var inner = new Lease(a[1] * x);
            x += inner.V;
        }

        foreach (double v in a)
        {
            using (var each = new Lease(v))
            {
                if (v > 1.4) return each.V * x * outer.V;
                x += each.V;
            }
        }

        return a[0] * x;
    }

    private static Lease Made(double[] a, double x) => new(a[1] * x);

    [Differentiable]
    [At(new double[] { 1.3, 1.5 }, 0.7)]
    public static double OfWhatACallMakes(double[] a, double x)
    {
        using (Made(a, x)) x *= 2;
        using (Lease made = Made(a, 3)) x *= made.V;
        return x;
    }

    [Differentiable]
    [At(new double[] { 1.3 }, 0.7)]
    public static double OfAModel(Lease m, double x)
    {
        using (m) x *= m.V;
        using Lease same = m;
        same.V *= x;
        return m.V * x;
    }

    [Differentiable]
    [At(new double[] { 1.3, 1.5 }, 0.7)]
    public static double OfAnArray(double[] a, double x)
    {
        var mark = new Mark(a);
        using (mark) x *= 2;
        return a[0] * x + a[1];
    }
}
