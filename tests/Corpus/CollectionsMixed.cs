using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

public static partial class CollectionsMixed
{
    sealed class Pair
    {
        public Stack<double> A = new();
        public Queue<double> B = new();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the collections")]
    public static double TwoInOne(double a, double b)
    {
        var p = new Pair();
        p.A.Push(a);
        p.B.Enqueue(b);
        p.A.Push(p.B.Dequeue() * 2);
        p.B.Enqueue(p.A.Peek());
        p.A = new Stack<double>();
        p.A.Push(a * b);
        return p.A.Pop() + p.B.Dequeue();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the collections")]
    public static double LoopsNested(double a, double b)
    {
        var q = new Queue<double>();
        var s = new Stack<double>();
        for (int i = 0; i < 5; i++)
        {
            for (int j = 0; j < i; j++)
            {
                q.Enqueue(a + i * j);
                if (j % 2 == 0)
                    s.Push(q.Peek() * b);
            }

            while (q.Count > 2)
                s.Push(q.Dequeue() * s.Count);
        }

        double r = 0;
        while (s.Count > 0 && q.Count > 0)
        {
            r = r * 0.9 + s.Pop() * q.Peek();
            if (s.Count % 3 == 0)
                q.Enqueue(q.Dequeue() * 1.1);
        }

        return r;
    }

    [Differentiable]
    [At(new double[] { 3, -1, 2, 5 }, 0.5)]
    [Allocates("the collections")]
    public static double InPlace(double[] x, double a)
    {
        var s = new Stack<double>(x);
        for (int i = 0; i < x.Length; i++)
            x[i] = s.Pop() * a;
        var q = new Queue<double>(x);
        x[0] = 7;
        while (q.TryDequeue(out x[1]))
            x[2] += x[1];
        return x[2] * x[1];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the collections")]
    public static double OutToField(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.Push(b);
        double[] z = new double[2];
        s.TryPop(out z[s.Count - 2]);
        (double P, double Q) t = (0, 0);
        s.TryPop(out t.Q);
        bool more = s.TryPop(out z[1]);
        return z[0] * t.Q + z[1] + (more ? 1 : 2);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the collections")]
    public static double NonLinearOverwrite(double a, double b)
    {
        var q = new Queue<double>(2);
        q.Enqueue(a);
        q.Enqueue(b);
        double r = 0;
        for (int i = 0; i < 12; i++)
        {
            double x = q.Dequeue(), y = q.Peek();
            q.Enqueue(Math.Sin(x * y));
            foreach (double v in q)
                r += v * v * x;
        }

        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the collections")]
    public static double StructChanged(double a, double b)
    {
        var d = new Dictionary<int, (double U, double V)>();
        for (int i = 0; i < 6; i++)
        {
            var t = d.GetValueOrDefault(i % 3, (U: a, V: b));
            t.U += t.V * i;
            d[i % 3] = t;
            t.V = 100;
        }

        double r = 0;
        foreach (var(k, v)in d)
        {
            var w = v;
            w.U = 3;
            r += v.U * v.V * (k + 1) + w.U;
            d[k] = (v.V, v.U);
            r += v.U;
        }

        return r + d[2].U;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the collections")]
    public static double ValuesThenSet(double a, double b)
    {
        var d = new Dictionary<int, double>
        {
            [0] = a,
            [1] = b
        };
        double r = 0;
        foreach (var p in d)
        {
            var old = p.Value;
            d[p.Key] = old * 3;
            r += p.Value * old * d[p.Key];
        }

        double x = d[0];
        d[0] = 5 * b;
        r += x * d[0];
        double first = d.Values.First();
        d[0] = 1;
        r += first;
        double[] copy = d.Values.ToArray();
        d[1] = 9;
        r += copy[1];
        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the collections")]
    public static double Ternary(double a, double b)
    {
        var d = new Dictionary<string, double>();
        double v = d.TryGetValue("a", out var x) ? x : (d["a"] = a * 2);
        v += d.TryGetValue("a", out x) ? x * x : (d["a"] = b);
        return v * (d.ContainsKey("b") ? d["b"] : d["a"]++ + d["a"]);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the collections")]
    public static double SharedByTwoObjects(double a, double b)
    {
        var s = new Stack<double>();
        var p = new Pair
        {
            A = s
        };
        var q = new Pair
        {
            A = s
        };
        p.A.Push(a);
        q.A.Push(b);
        s.Push(a * b);
        return p.A.Pop() + q.A.Pop() * 3 + s.Pop() * 5;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the collections")]
    public static double ClosureOverTwo(double a, double b)
    {
        var s = new Stack<double>();
        Func<Stack<double>, double, double> f = (t, v) =>
        {
            t.Push(v);
            return t.Peek() * s.Count;
        };
        double r = f(s, a) + f(s, b);
        var u = new Stack<double>();
        r += f(u, a * a);
        return r + u.Pop() + s.Pop();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the collections")]
    public static double MemoRecursive(double a, double b)
    {
        var memo = new Dictionary<int, double>
        {
            [0] = a,
            [1] = b
        };
        for (int i = 2; i < 12; i++)
            memo[i] = memo[i - 1] * 0.5 + memo[i - 2] * a;
        return memo[11] + memo.Count;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the collections")]
    public static double WhileForeach(double a, double b)
    {
        var d = new Dictionary<string, double>
        {
            ["x"] = a
        };
        int n = 0;
        while (n < 4)
        {
            string k = "k" + n++;
            d[k] = a * n;
            if (n == 3)
                d.Clear();
            foreach (var(key, v)in d)
            {
                if (v > 100)
                    return v;
                d[key] = v * b;
                if (key == "k0")
                    continue;
                d[key] += a;
            }
        }

        return d.Values.Sum();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the collections")]
    public static double FinallyChanges(double a, double b)
    {
        var s = new Stack<double>();
        var d = new Dictionary<int, double>();
        for (int i = 0; i < 3; i++)
        {
            try
            {
                s.Push(a * i);
                if (i == 1)
                    continue;
                d[i] = s.Peek();
            }
            finally
            {
                s.Push(b);
                d[10 + i] = s.Pop() + s.Peek();
            }
        }

        return d.Values.Sum() + s.Sum();
    }
}
