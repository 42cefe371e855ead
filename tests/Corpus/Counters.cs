using System;
using System.Linq;
using System.Threading;
using AutoDiff;

namespace Corpus;

/// <summary>Static fields and fields of the object that count what the method does.</summary>
public static partial class Counters
{
    static int s_calls;
    static long Evaluations { get; set; }

    public static bool Warned;
    static byte s_small;
    static long s_long;
    static int resultAdjoint;
    public static class Statistics
    {
        public static int Count;
    }

    [Differentiable]
    [At(0.7)]
    public static double EveryForm(double x)
    {
        s_calls++;
        ++s_calls;
        s_calls--;
        Evaluations += 1;
        Warned = true;
        s_small++;
        s_small += 2;
        Statistics.Count -= 3;
        resultAdjoint++;
        return x * x;
    }

    static double Counted(double x)
    {
        s_calls++;
        return Math.Sin(x);
    }

    [Differentiable]
    [At(0.7)]
    public static double InALoop(double x)
    {
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            s_calls += i;
            s += Counted(x * i);
            if (s > 1)
                Evaluations++;
        }

        return s;
    }

    [Differentiable]
    [At(0.7)]
    public static double InALambda(double x)
    {
        Func<double, double> f = v =>
        {
            s_calls++;
            return v * v;
        };
        return f(x) + f(f(x));
    }

    [Differentiable]
    [At(0.7)]
    public static double Bisection(double x)
    {
        double f(double v)
        {
            Evaluations++;
            return v * v - x;
        }

        double lo = 0, hi = 2;
        for (int i = 0; i < 5; i++)
        {
            double mid = (lo + hi) / 2;
            if (f(mid) > 0)
                hi = mid;
            else
                lo = mid;
        }

        return lo + x * f(x);
    }

    [Differentiable]
    [At(0.7)]
    public static double FromManyThreads(double x)
    {
        Interlocked.Increment(ref s_calls);
        Interlocked.Add(ref s_long, 2);
        return x * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double Called(double x)
    {
        s_calls++;
        return x * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double Calling(double x)
    {
        return Called(x) + Called(2 * x) * x;
    }

    [Differentiable]
    [At(0.7, 3)]
    public static double OfConstants(double x, int n)
    {
        s_calls += (int)Derivative.Stop(x);
        s_calls = n > 2 ? 1 : 0;
        Evaluations += n * 2;
        s_calls = n++;
        return x * n;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.3, 3)]
    public static double Early(double x, int n)
    {
        if (x < 0.5)
        {
            s_calls++;
            return x;
        }

        s_calls--;
        return x * n;
    }

    public sealed partial class Solver
    {
        public int Steps;
        public int Total { get; private set; }

        public bool Done;
        public double Step(double x)
        {
            Steps++;
            Total += 1;
            Done = true;
            return x * x;
        }

        [Differentiable]
    [At(0.7)]
        public double Once(double x)
        {
            Steps++;
            Total++;
            Done = true;
            return x * x;
        }

        [Differentiable]
    [At(0.7)]
        public double Twice(double x)
        {
            return Step(x) * Step(2 * x);
        }
    }

    [Differentiable]
    [At(0.7)]
    public static double OfAnObject(double x)
    {
        var s = new Solver();
        double y = s.Step(x) + s.Once(2 * x);
        return y * s.Steps;
    }

    [Differentiable]
    [At(0.7, 3)]
    public static double InAQuery(double x, int n)
    {
        return Enumerable.Range(0, n).Select(i =>
        {
            s_calls++;
            return x * i;
        }).Sum();
    }

    [Differentiable]
    [At(0.7)]
    public static double AtTheEnd(double x)
    {
        try
        {
            x *= x;
        }
        finally
        {
            s_calls++;
        }

        return x;
    }

    static Func<double, double> Counting(Func<double, double> f) => v =>
    {
        s_calls++;
        return f(v);
    };
    [Differentiable]
    [At(0.7)]
    public static double Wrapped(double x)
    {
        var f = Counting(v => v * v);
        return f(x) + f(2 * x);
    }

    static int Steps(double x, out double y)
    {
        y = x;
        int i = 0;
        while (y < 3)
        {
            y = y * y + 1;
            i++;
        }

        return i;
    }

    [Differentiable]
    [At(0.7)]
    public static double WhatACallGives(double x)
    {
        s_calls = Steps(x, out double y);
        return y;
    }
}
