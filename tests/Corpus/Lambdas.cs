using System;
using AutoDiff;

namespace Corpus;

/// <summary>Lambdas that do not leave the method: called, or passed to a method whose source is at hand.</summary>
public static partial class Lambdas
{
    [Differentiable]
    [At(1.4, 0.6)]
    public static double Called(double x, double s)
    {
        Func<double, double> f = v => v * x + s;
        return f(3) * f.Invoke(s);
    }

    // Hard program 19.
    [Differentiable]
    [At(1.4, Value = 10.864, Gradient = new double[] { 14.48 })]
    public static double CapturesWhatItMutates(double x)
    {
        double s = 0;
        Action<double> add = v => s = s * x + v * x;
        foreach (double v in new double[] { 1, 2, 3 }) add(v);
        return s;
    }

    // A capture is the variable, not its value when the lambda was made.
    [Differentiable]
    [At(1.4)]
    public static double CapturesTheVariable(double x)
    {
        double k = x;
        Func<double, double> scale = v => v * k;
        double before = scale(2);
        k = x * x;
        return before * scale(3);
    }

    [Differentiable]
    [At(1.4, 4)]
    public static double BlockBody(double x, int n)
    {
        Func<double, int, double> power = (v, k) =>
        {
            double p = 1;
            for (int i = 0; i < k; i++)
            {
                p *= v;
                if (p > 50) return p * x;
            }

            return p;
        };
        double s = 0;
        for (int i = 0; i < n; i++) s += power(x + i, i);
        return s;
    }

    [Differentiable]
    [At(1.4)]
    public static double AnonymousMethod(double x)
    {
        Func<double, double> f = delegate(double v) { return v * v * x; };
        return f(x) + f(2);
    }

    [Differentiable]
    [At(1.4)]
    public static double Composition(double x)
    {
        Func<double, double> f = v => v * v + x;
        Func<double, double> g = v => Math.Sin(v) * f(v);
        Func<double, double> again = g;
        return f(g(f(x))) + again(1);
    }

    [Differentiable]
    [At(0.2, 1.7, 0.8)]
    public static double Quadrature(double a, double b, double k) =>
        Simpson(t => Math.Exp(-k * t * t), a, b, 8) + Simpson(Math.Sin, a, b, 4) + Simpson(Cubed, a, b, 2);

    // An integral of an integral: the same method inside itself, each time with another function.
    [Differentiable]
    [At(0.2, 1.3)]
    public static double DoubleIntegral(double a, double b) =>
        Simpson(u => Simpson(v => Math.Exp(u * v) + a, 0, u, 2), a, b, 2);

    [Differentiable]
    [At(2.0)]
    [At(7.5)]
    public static double NewtonRoot(double c) => Newton(v => v * v - c, v => 2 * v, c, 40);

    [Differentiable]
    [At(0.6, 1.2)]
    public static double LocalFunctionAsDelegate(double x, double y)
    {
        double s = 0;
        double Weighted(double t)
        {
            s += t * y;
            return t * x;
        }

        double integral = Simpson(Weighted, 0, 1, 2);
        return integral * s;
    }

    [Differentiable]
    [At(0.6, 3)]
    public static double ActionOverIndices(double x, int n)
    {
        double s = 1;
        double[] seen = new double[n];
        Repeat(n, i =>
        {
            seen[i] = s;
            s = s * x + i;
        });
        double total = s;
        for (int i = 0; i < n; i++) total += seen[i] * seen[i];
        return total;
    }

    // The parameter of the called method is a copy: the lambda changes the variable behind it.
    [Differentiable]
    [At(0.6)]
    public static double ArgumentBehindTheLambda(double x)
    {
        double s = x;
        return ApplyTwice(v => s = s * v, s) * s;
    }

    [Differentiable]
    [At(0.6, 1.1)]
    public static double Passed(double x, double y) => Outer(v => v * y, x) + Outer(MarkedSquare, y);

    [Differentiable]
    [At(0.6, 2)]
    [At(0.6, 5)]
    public static double Predicate(double x, int n)
    {
        Func<int, bool> small = k => k * n < 7;
        Func<double, bool> positive = v => v > x * x;
        double s = 0;
        for (int i = 0; i < 4; i++)
            if (small(i) || positive(s)) s += Math.Pow(x, i);
        return s;
    }

    [Differentiable]
    [At(0.6)]
    public static double Guarded(double x) => Checked(v => v * v, x);

    [Differentiable]
    [At(0.6)]
    public static double SquareOf(double x) => MarkedSquare(x) * MarkedSquare(2 * x);

    [Differentiable]
    [At(0.6)]
    public static double MarkedSquare(double v) => v * v;

    private static double Cubed(double t) => t * t * t;

    private static double Simpson(Func<double, double> f, double a, double b, int n)
    {
        double h = (b - a) / n;
        double s = f(a) + f(b);
        for (int i = 1; i < n; i++) s += (i % 2 == 0 ? 2 : 4) * f(a + i * h);
        return s * h / 3;
    }

    private static double Newton(Func<double, double> f, Func<double, double> slope, double start, int most)
    {
        double x = start;
        for (int i = 0; i < most; i++)
        {
            double step = f(x) / slope(x);
            x -= step;
            if (Math.Abs(step) < 1e-14) return x;
        }

        return x;
    }

    private static void Repeat(int n, Action<int> body)
    {
        for (int i = 0; i < n; i++) body(i);
    }

    private static double ApplyTwice(Func<double, double> f, double v)
    {
        double first = f(v);
        return first * v + f(v);
    }

    private static double Outer(Func<double, double> f, double v) => Inner(f, v + 1) + f(v);

    private static double Inner(Func<double, double> f, double v) => f(v) * v;

    private static double Checked(Func<double, double> f, double v)
    {
        ArgumentNullException.ThrowIfNull(f);
        if (f == null) throw new ArgumentNullException(nameof(f));
        return f(v);
    }

    [Differentiable]
    [At(0.7, 4)]
    public static double CapturesLoopVariables(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            double k = x * i;
            Func<double, double> f = v => v * k + i;
            k += 1;
            s += f(s) * f(x);
        }
        foreach (double v in new double[] { x, 2 * x })
        {
            Func<double> g = () => v * s;
            s += g();
        }
        return s;
    }

    [Differentiable]
    [At(0.7)]
    [At(1.7)]
    public static double Towers(double x)
    {
        Func<double, double> f = v => v * v + x;
        double y = f(f(f(x))) * (x > 1 ? f(2) : f(3));
        Func<Func<double, double>, double, double> twice = (g, v) => g(g(v));
        return twice(f, y);
    }

    [Differentiable]
    [At(2.0)]
    public static double Bisection(double c) => Root(v => v * v * v - c, 1.0, c);

    [Differentiable]
    [At(1.0, 0.5, 5)]
    public static double Ode(double y0, double k, int n) => Rk4((t, y) => -k * y + Math.Sin(t * k), y0, 0, 0.1, n);

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.4)]
    public static double Visitor(double[] v, double x)
    {
        double s = 0, p = 1;
        ForEach(v, (i, e) => { s += e * x * i; p *= e + s; v[i] = p; });
        return s * p * v[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.4)]
    public static double ArrayFromLambda(double[] v, double x)
    {
        Func<double[], double[]> scaled = a => { var r = new double[a.Length]; for (int i = 0; i < a.Length; i++) r[i] = a[i] * x; return r; };
        double[] w = scaled(v), z = scaled(w);
        return w[0] * z[2] + z[1];
    }

    private static double Root(Func<double, double> f, double lo, double hi)
    {
        double flo = f(lo);
        for (int i = 0; i < 8; i++)
        {
            double mid = 0.5 * (lo + hi), fm = f(mid);
            if (fm == 0) return mid;
            if (flo * fm < 0) hi = mid;
            else (lo, flo) = (mid, fm);
        }
        return lo - f(lo) * (hi - lo) / (f(hi) - f(lo));
    }

    private static double Rk4(Func<double, double, double> f, double y, double t, double h, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double k1 = f(t, y), k2 = f(t + h / 2, y + h / 2 * k1), k3 = f(t + h / 2, y + h / 2 * k2), k4 = f(t + h, y + h * k3);
            y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            t += h;
        }
        return y;
    }

    private static void ForEach(double[] v, Action<int, double> visit) { for (int i = 0; i < v.Length; i++) visit(i, v[i]); }
}
