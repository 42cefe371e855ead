// expect: refused
// expect-id: DIFF0101 at: var u = t;
// expect-id: DIFF0101 at: s.Push(r)
// expect-id: DIFF0101 at: s.Select(x => x * x)
// expect-id: DIFF0103 at: s.Push(a)
// expect-id: DIFF0101 at: s
// expect-id: DIFF0101 at: s
// expect-id: DIFF0103 at: Shared.Push(a)
// expect-id: DIFF0101 at: var t = Shared;
// expect-id: DIFF0101 at: s = b > 100 ? s : t;
// expect-id: DIFF0104 at: Kept
// expect-id: DIFF0103 at: s.Push(a)
// expect-id: DIFF0102 at: e = s.GetEnumerator()
// expect-id: DIFF0103 at: s[0].Push(a)
// expect-id: DIFF0103 at: s[1].Push(b)
// expect-id: DIFF0103 at: s[0].Push(a * b)
// expect-id: DIFF0101 at: s.Push(x)
// expect-id: DIFF0101 at: s.Push(x)
// expect-id: DIFF0103 at: s?.Push(a)
// expect-id: DIFF0103 at: s.Push(b)
// expect-id: DIFF0101 at: Fill(ref s, a)
// expect-id: DIFF0101 at: Out(out var t, b)
// expect-id: DIFF0104 at: n.V
// expect-id: DIFF0103 at: (a > b ? s : t).Push(a)
// expect-id: DIFF0101 at: (s, t) = (t, s);
// expect-id: DIFF0103 at: s.Push(a)
// expect-id: DIFF0103 at: s.Push(b)
// a stack with two names, one of which is given another stack; changed in a loop over it; queries under a name; handed to code that is not followed
using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class StacksOfOtherUses
{
    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double SecondName(double a, double b)
    {
        Stack<double> s = new(), t = s;
        t.Push(a * b);
        s.Push(b);
        var u = t;
        double x = u.Pop();
        u = new Stack<double>();
        u.Push(x * a);
        return s.Pop() * u.Peek() + s.Count + t.Count;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double ChangedInALoopOverIt(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.Push(b);
        s.Push(a * b);
        double r = 0;
        foreach (double x in s)
        {
            r = r * 1.5 + x * x;
            if (r > 100)
                s.Push(r);
        }

        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double QueryUnderAName(double a, double b)
    {
        var s = new Stack<double>();
        var q = s.Select(x => x * x);
        s.Push(a);
        s.Push(b);
        s.Push(a * b);
        return q.Sum();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double OtherUse(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.TrimExcess();
        return s.Pop();
    }

    static double SumPush(IEnumerable<double> all, Stack<double> s)
    {
        s.Push(4);
        double r = 0;
        foreach (double x in all)
            r = r * 0.5 + x;
        return r;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    [Allocates("the stack")]
    public static double Passed3(double[] x, double a)
    {
        var s = new Stack<double>(x);
        s.Push(a);
        return SumPush(s.Select(v => v * 2), s) * a;
    }

    static readonly Stack<double> Shared = new Stack<double>(new double[] { 4.0, 5.0 });
    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Static(double a, double b)
    {
        Shared.Push(a);
        return Shared.Pop() * b;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double StaticShare(double a, double b)
    {
        var s = new Stack<double>();
        var t = Shared;
        s.Push(a);
        s = b > 100 ? s : t;
        return s.Count * b;
    }

    static object Kept;
    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Escapes(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        Kept = s;
        return s.Pop() * b;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Escapes2(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        GC.KeepAlive(s);
        string t = string.Join(",", s);
        return s.Pop() * b + t.Length * 0;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Enumerator(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.Push(b);
        double r = 0;
        using (var e = s.GetEnumerator())
            while (e.MoveNext())
                r = r * 2 + e.Current;
        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Dict(double a, double b)
    {
        var s = new List<Stack<double>>
        {
            new Stack<double>(),
            new Stack<double>()
        };
        s[0].Push(a);
        s[1].Push(b);
        s[0].Push(a * b);
        return s[0].Pop() + s[1].Pop() * s[0].Pop();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double ForeachLocalChange(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.Push(b);
        void Add(double x) => s.Push(x);
        double r = 0;
        foreach (double x in s)
        {
            r += x * b;
            if (r > 1000)
                Add(x);
        }

        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double QueryChange(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.Push(b);
        return s.Select(x =>
        {
            s.Push(x);
            return x * 2;
        }).First();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double NullTest(double a, double b)
    {
        Stack<double>? s = null;
        if (a > 0)
            s = new Stack<double>();
        s?.Push(a);
        s ??= new Stack<double>();
        s.Push(b);
        return s.Pop() * s.Count;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Ref(double a, double b)
    {
        var s = new Stack<double>();
        Fill(ref s, a);
        Out(out var t, b);
        return s.Pop() * t.Pop();
    }

    static void Fill(ref Stack<double> s, double a)
    {
        s = new Stack<double>();
        s.Push(a);
    }

    static void Out(out Stack<double> s, double a)
    {
        s = new Stack<double>();
        s.Push(a);
    }

    sealed class Node
    {
        public double V;
        public Node Left, Right;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Objects(double a, double b)
    {
        var s = new Stack<Node>();
        var n = new Node
        {
            V = a
        };
        s.Push(n);
        n.V = b;
        return s.Pop().V;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Conditional(double a, double b)
    {
        var s = new Stack<double>();
        var t = new Stack<double>();
        (a > b ? s : t).Push(a);
        return s.Count > 0 ? s.Pop() : t.Pop() * b;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Swap(double a, double b)
    {
        var s = new Stack<double>();
        var t = new Stack<double>();
        s.Push(a);
        t.Push(b);
        (s, t) = (t, s);
        return s.Pop() - t.Pop();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Array(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.Push(b);
        double[] z = new double[4];
        s.CopyTo(z, 1);
        return z[1] + z[2] * a;
    }
}
