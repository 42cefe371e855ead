using System;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Delegates that a condition or a switch expression chooses.</summary>
public static partial class ChosenDelegates
{
    public enum Kernel
    {
        Gauss,
        Cube,
        Other
    }

    static double Cube(double v) => v * v * v;
    [Differentiable]
    [At(0.5)]
    public static double Marked(double v) => Math.Exp(v);
    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    [At(-3.0, Gradient = new double[] { 1 })]
    public static double ByNumber(double x)
    {
        Func<double, double> f = x > 0 ? v => v * x : v => v;
        return f(x);
    }

    [Differentiable]
    [At(0.5, Kernel.Gauss)]
    [At(0.5, Kernel.Cube)]
    [At(0.5, Kernel.Other, Throws = typeof(ArgumentException))]
    public static double BySwitch(double x, Kernel kind)
    {
        Func<double, double> f = kind switch
        {
            Kernel.Gauss => v => Math.Exp(-v * v),
            Kernel.Cube => Cube,
            _ => throw new ArgumentException()};
        double s = 0;
        for (int i = 0; i < 3; i++)
            s += f(x * i) * i;
        return s;
    }

    [Differentiable]
    [At(0.5, "sin")]
    [At(0.5, "square")]
    [At(0.5, "other")]
    public static double ByName(double x, string name)
    {
        Func<double, double> f = name switch
        {
            "sin" => Math.Sin,
            "square" => v => v * v,
            _ => Math.Exp
        };
        return f(x) * f(2 * x);
    }

    [Differentiable]
    [At(0.5, 1)]
    [At(0.5, 0)]
    public static double Captures(double x, int n)
    {
        double k = x * x;
        Func<double, double> f = n > 0 ? v => v * k : v =>
        {
            k = v;
            return k + x;
        };
        double a = f(x);
        k = 3;
        return a * f(2) * k;
    }

    [Differentiable]
    [At(0.5, 1)]
    [At(0.1, 0)]
    [At(1.5, 0)]
    public static double OneOfThree(double x, int n)
    {
        Func<double, double> f = x > 0.7 ? Math.Sin : x > 0.2 ? Marked : Math.Exp;
        x = 9 * x;
        return f(x) * n + f(f(x / 20));
    }

    [Differentiable]
    [At(0.5, 1)]
    [At(0.5, 0)]
    public static double InALoop(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < 4; i++)
        {
            Func<double, double> f = i % 2 == n ? Math.Sin : v => v * i;
            s += f(x) + f(s);
        }

        return s;
    }

    [Differentiable]
    [At(0.5, 1)]
    [At(0.5, 0)]
    public static double WithEffects(double x, int n)
    {
        Func<double, double> f = n++ > 0 ? Math.Sin : v => v * n;
        return f(x++) * x + f(x) * n;
    }

    [Differentiable]
    [At(0.5, 1)]
    [At(0.5, 0)]
    public static double CalledByALambda(double x, int n)
    {
        Func<double, double> f = n > 0 ? Math.Sin : Math.Cos;
        Func<double, double> g = v => f(v) * f(x);
        double H(double v) => f(v) - g(v);
        return g(x) + g(2) * H(x);
    }

    [Differentiable]
    [At(0.5, 1)]
    [At(0.5, 0)]
    public static double CalledByAQuery(double x, int n)
    {
        Func<double, double> f = n > 0 ? Math.Sin : Math.Cos;
        return Enumerable.Range(1, 3).Select(i => f(x * i)).Sum();
    }

    [Differentiable]
    [At(0.5, 1)]
    [At(0.5, 0)]
    public static double OfTwo(double x, int n)
    {
        Func<double, double, double> f = n > 0 ? Math.Pow : (a, b) => a - b * a;
        return f(arg2: x, arg1: 2 * x) + f.Invoke(x, x * x);
    }

    [Differentiable]
    [At(0.5, 1)]
    [At(0.5, 0)]
    public static double ThatAssign(double x, int n)
    {
        Func<double, double> f = n > 0 ? v =>
        {
            v *= 2;
            return v;
        } : v =>
        {
            v += x;
            return v * v;
        };
        return f(x) * x;
    }

    [Differentiable]
    [At(0.5, 1)]
    [At(0.5, 0)]
    public static double ThatReturnEarly(double x, int n)
    {
        Func<double, double> f = n > 0 ? v =>
        {
            if (v > 0.4)
                return v;
            return v * v;
        } : v =>
        {
            double s = 1;
            for (int i = 0; i < 3; i++)
                s *= v;
            return s;
        };
        return f(x) + f(x * x);
    }

    [Differentiable]
    [At(0.5, 1)]
    [At(0.5, 0)]
    public static double OfConstants(double x, int n)
    {
        Func<int, int> f = n > 0 ? i => i + 1 : i => 2 * i;
        Func<double, bool> p = n > 0 ? v => v > 0.3 : v => v < 0.3;
        return p(x) ? x * f(n) : x * x * f(f(3));
    }

    public sealed class Scale
    {
        public double K;
        public double Of(double v) => v * K;
    }

    [Differentiable]
    [At(0.5, 1)]
    [At(0.5, 0)]
    public static double OfAnObject(double x, int n)
    {
        var o = new Scale
        {
            K = x
        };
        Func<double, double> f = n > 0 ? o.Of : Math.Cos;
        o.K = 3 * x;
        return f(x);
    }

    [Differentiable]
    [At(0.5, 1)]
    [At(0.5, 0, Throws = typeof(ArgumentException))]
    public static double OrNone(double x, int n)
    {
        Func<double, double> f = n > 0 ? Math.Sin : throw new ArgumentException("n");
        return f(x);
    }

    static double Twice(Func<double, double> f, double x) => f(f(x));
    [Differentiable]
    [At(0.5, 1)]
    [At(0.5, 0)]
    public static double PassedOnByALambda(double x, int n)
    {
        Func<double, double> f = n > 0 ? Math.Sin : Math.Cos;
        return Twice(v => f(v), x);
    }
}
