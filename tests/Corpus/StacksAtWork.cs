using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

public static partial class StacksAtWork
{
    static void Twice(Stack<double> s) => s.Push(s.Pop() * 2);
    static double Drain(Stack<double> s)
    {
        double r = 0;
        while (s.Count > 0)
            r = r * 0.5 + s.Pop();
        return r;
    }

    static Stack<double> Make(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.Push(b);
        return s;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Helpers(double a, double b)
    {
        var s = Make(a, b * b);
        Twice(s);
        Twice(s);
        s.Push(Math.Sin(a));
        return Drain(s) + s.Count;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Lambda(double a, double b)
    {
        var s = new Stack<double>();
        Action<double> push = x => s.Push(x);
        Func<double> pop = () => s.Pop();
        void Both(double x)
        {
            push(x);
            s.Push(x * x);
        }

        push(a);
        Both(b);
        double r = pop() * pop();
        double Local() => s.Peek() * 3;
        return r + Local();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Remade(double a, double b)
    {
        double r = 0;
        Stack<double> s = new Stack<double>();
        for (int i = 0; i < 3; i++)
        {
            s = new Stack<double>();
            s.Push(a * i);
            s.Push(b);
            if (i > 1)
                s.Clear();
            s.Push(r);
            r += s.Pop() * a;
            while (s.TryPop(out double v))
                r += v * v;
        }

        return r + s.Count;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [At(1.2, 0.7)]
    [Allocates("the stack")]
    public static double Conditional(double a, double b)
    {
        Stack<double> s = a > b ? new Stack<double>() : Make(a, b);
        s.Push(a);
        if (a > 1)
        {
            s = new Stack<double>();
            s.Push(b * b);
        }

        return s.Pop() * a;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Finally(double a, double b)
    {
        var s = new Stack<double>();
        double r = 0;
        try
        {
            s.Push(a);
            s.Push(b);
            r = s.Pop() * a;
        }
        finally
        {
            s.Push(r);
        }

        return s.Pop() * s.Pop();
    }

    sealed class Machine
    {
        public readonly Stack<double> Data = new Stack<double>();
        public int Steps;
        public void Do(char c)
        {
            Steps++;
            if (c == '+')
                Data.Push(Data.Pop() + Data.Pop());
            else if (c == '*')
                Data.Push(Data.Pop() * Data.Pop());
        }
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Nested(double a, double b)
    {
        var m = new Machine();
        m.Data.Push(a);
        m.Data.Push(b);
        m.Data.Push(a * b);
        m.Do('*');
        m.Do('+');
        var d = m.Data;
        d.Push(1);
        return m.Data.Pop() + m.Data.Pop() * m.Steps;
    }

    static double Sum(IEnumerable<double> all)
    {
        double r = 0;
        foreach (double x in all)
            r = r * 0.5 + x;
        return r;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    [Allocates("the stack")]
    public static double Passed(double[] x, double a)
    {
        var s = new Stack<double>(x);
        s.Push(a);
        return Sum(s) * a;
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
    public static double PassedUnderTwoNames(double[] x, double a)
    {
        var s = new Stack<double>(x);
        s.Push(a);
        return SumPush(s, s) * a;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    [Allocates("the stack")]
    public static double Deferred(double[] x, double a)
    {
        var s = new Stack<double>(x);
        IEnumerable<double> e = s;
        s.Push(a);
        return e.Sum();
    }

    static readonly Stack<double> Shared = new Stack<double>(new double[] { 4.0, 5.0 });
    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double StaticRead(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        return Shared.Peek() * b + s.Pop();
    }

    static Stack<double> Same(Stack<double> s) => s;
    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Returned(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.Push(b);
        Same(s).Push(a * a);
        var t = Same(s);
        t.Push(t.Pop() * 2);
        return s.Pop() * s.Count;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double IntToo(double a, double b)
    {
        var s = new Stack<double>();
        var ops = new Stack<char>();
        var depth = new Stack<int>(new[] { 1, 2 });
        foreach (char c in "(a+b)*a")
        {
            if (c == 'a')
                s.Push(a);
            else if (c == 'b')
                s.Push(b);
            else if (c == '(')
            {
                ops.Push(c);
                depth.Push(depth.Peek() + 1);
            }
            else if (c == ')')
            {
                while (ops.Peek() != '(')
                    Apply(s, ops.Pop());
                ops.Pop();
            }
            else
                ops.Push(c);
        }

        while (ops.Count > 0)
            Apply(s, ops.Pop());
        return s.Pop() * depth.Sum();
    }

    static void Apply(Stack<double> s, char op)
    {
        double y = s.Pop(), x = s.Pop();
        s.Push(op == '+' ? x + y : x * y);
    }

    static double Generic<T>(Stack<T> s, Func<T, double> f)
    {
        double r = 0;
        foreach (T x in s)
            r = r * 0.5 + f(x);
        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Generics(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.Push(b);
        return Generic(s, x => x * x);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double Anonymous(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        var o = new
        {
            S = s,
            B = b
        };
        o.S.Push(o.B);
        return s.Pop() * s.Pop();
    }
}
