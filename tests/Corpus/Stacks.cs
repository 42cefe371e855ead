using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

public static partial class Stacks
{
    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double PushedAndPopped(double a, double b)
    {
        var s = new Stack<double>(new double[] { a, b });
        s.Push(a);
        s.Push(b);
        double t = s.Pop() * s.Peek();
        s.Push(t * t);
        var u = s;
        u.Push(Math.Sin(a));
        return s.Pop() - s.Pop() * u.Pop() + s.ToArray()[0];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double OfTuples(double a, double b)
    {
        var s = new Stack<(double X, double Y)>();
        s.Push((a, b));
        s.Push((b, a * b));
        var t = s.Pop();
        return t.Y * t.X - s.Pop().X;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Enumerated(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.Push(b);
        s.Push(a * b);
        double r = 0;
        foreach (double x in s)
            r = r * 1.5 + x * x;
        return r + s.Sum() * s.Max() + s.Select((x, i) => x * i).Sum() + s.Count + s.First();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double ReversePolish(double a, double b)
    {
        var s = new Stack<double>();
        foreach (char c in "ab+a*b-")
        {
            switch (c)
            {
                case 'a':
                    s.Push(a);
                    break;
                case 'b':
                    s.Push(b);
                    break;
                default:
                    double y = s.Pop(), x = s.Pop();
                    s.Push(c == '+' ? x + y : c == '-' ? x - y : x * y);
                    break;
            }
        }

        return s.Pop();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Empty(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        double r = s.Pop();
        if (s.TryPeek(out double v))
            r += v;
        if (!s.TryPop(out double w))
            r += w + a;
        if (b > 100)
            r += s.Pop();
        return r * b;
    }

    [Differentiable]
    [At(0.7, 1.2, Throws = typeof(InvalidOperationException))]
    [Allocates("the stack")]
    public static double PoppedTooOften(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        return s.Pop() * s.Pop() * b;
    }

    [Differentiable]
    [At(0.7, 1.2, Throws = typeof(InvalidOperationException))]
    [At(101.0, 1.2)]
    [Allocates("the stack")]
    public static double PeekedWhereEmpty(double a, double b)
    {
        var s = new Stack<double>(4);
        if (a > 100)
            s.Push(b);
        return s.Peek();
    }

    [Differentiable]
    [At(0.7, 1.2, 0)]
    [At(0.7, 1.2, 30)]
    [At(0.7, 1.2, -1, Throws = typeof(ArgumentOutOfRangeException))]
    [Allocates("the stack")]
    public static double Room(double a, double b, int n)
    {
        var s = new Stack<double>(n);
        for (int i = 0; i < 20; i++)
            s.Push(a * i);
        double r = 0;
        foreach (var x in s)
            r = r * b + x;
        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Order(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.Push(b);
        s.Push(3);
        double r = s.Peek() * (s.Pop() - s.Peek() * 7) + s.Pop() * s.Peek();
        s.Push(s.Pop() + s.Count);
        s.Push(s.Peek() + (s.Count > 0 ? s.Pop() : 1));
        return r + s.Pop();
    }

    struct P
    {
        public double X, Y;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Structs(double a, double b)
    {
        var s = new Stack<P>();
        var p = new P
        {
            X = a,
            Y = b
        };
        s.Push(p);
        p.X = 100 * a;
        s.Push(p);
        P q = s.Peek();
        q.Y = 7;
        double r = s.Peek().Y * q.X;
        P t = s.Pop();
        s.Push(new P { X = b, Y = b });
        r += t.X * t.Y;
        foreach (P e in s)
            r = r * 0.5 + e.X * e.Y;
        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double DepthFirst(double a, double b)
    {
        var s = new Stack<(int Depth, double V)>();
        s.Push((0, a));
        double r = 0;
        while (s.Count > 0)
        {
            var(d, v) = s.Pop();
            r += v * v;
            if (d < 3)
            {
                s.Push((d + 1, v * b));
                s.Push((d + 1, v + a));
            }
        }

        return r;
    }

    [Differentiable]
    [At(0.7f, 1.2f)]
    [Allocates("the stack")]
    public static float Floats(float a, float b)
    {
        var s = new Stack<float>();
        s.Push(a);
        s.Push(b * a);
        float r = s.Pop();
        return r * s.Pop() + s.Count;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    [Allocates("the stack")]
    public static double FromQuery(double[] x, double a)
    {
        var s = new Stack<double>(x.Select(v => v * a));
        var t = new Stack<double>(s);
        var u = new Stack<double>(x.Where(v => v > 1.0));
        var l = new List<double>
        {
            a,
            a * a
        };
        var w = new Stack<double>(l);
        l.Add(5);
        x[0] = 100;
        return s.Pop() * 2 + t.Pop() * 3 + u.Pop() * u.Pop() * 4 + w.Pop() * w.Count + t.Count;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Linq(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.Push(b);
        s.Push(-1);
        double r = s.Where(x => x > 0).Select(x => x * x).Sum() + s.Average() + s.Min() + s.Last() + s.ElementAt(1) + s.Reverse().First();
        double[] z = s.ToArray();
        s.Clear();
        var l = s.ToList();
        l.Add(a);
        return r + z[0] * z[2] + z.Length + l[0] + (s.Any() ? 1 : 2) + s.Sum();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Has(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.Push(double.NaN);
        return (s.Contains(a) ? a : b) * (s.Contains(double.NaN) ? 2 : 1);
    }

    record R(double V, int D);
    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Records(double a, double b)
    {
        var s = new Stack<R>();
        s.Push(new R(a, 0));
        double r = 0;
        while (s.Count > 0)
        {
            var n = s.Pop();
            r += n.V;
            if (n.D < 3)
            {
                s.Push(n with { V = n.V * b, D = n.D + 1 });
                s.Push(new R(n.V * a, n.D + 1));
            }
        }

        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double TryInCondition(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.Push(b);
        double r = s.TryPop(out var x) && s.TryPop(out var y) ? x * y : a;
        return r + (s.TryPeek(out var z) || s.Count == 0 ? z + b : 1);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Loops(double a, double b)
    {
        var s = new Stack<double>();
        for (int i = 0; i < 10; i++)
        {
            if (i % 3 == 0)
                continue;
            s.Push(i % 2 == 0 ? a * i : b);
            if (s.Count == 4)
                s.Push(s.Pop() * s.Pop());
            if (s.Count == 6)
                break;
        }

        do
        {
            s.Push(s.Pop() * 0.5 + s.Pop());
        }
        while (s.Count > 1);
        return s.Peek();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [At(2, 1.2)]
    [Allocates("the stack")]
    public static double Early(double a, double b)
    {
        var s = new Stack<double>();
        for (int i = 0; i < 6; i++)
        {
            s.Push(a * i);
            if (s.Peek() > 3)
                return s.Pop() * s.Pop() * b;
            if (i == 4)
                break;
        }

        return s.Pop() + s.Count;
    }
}
