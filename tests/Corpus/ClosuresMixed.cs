using System;
using AutoDiff;

namespace Corpus;

/// <summary>Delegates and local functions that change what they capture, inside loops, patterns and one another.</summary>
public static partial class ClosuresMixed
{
    private struct Point2
    {
        public double X;
        public double Y;

        public Point2(double x, double y)
        {
            X = x;
            Y = y;
        }
    }

    static double Apply(Func<double, double> f, double v) => f(f(v));

    static double Fold(double[] a, double seed, Func<double, double, double> f)
    {
        double r = seed;
        foreach (double v in a) r = f(r, v);
        return r;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2.0 }, 1.2)]
    public static double FoldWithCapturedMutation(double[] a, double x)
    {
        int calls = 0;
        double w = x;
        double r = Fold(a, x, (p, v) => { calls++; w *= v; return p * v + w * calls; });
        return r * w + calls;
    }

    [Differentiable]
    [At(0.6, 1.1)]
    public static double LambdaInLambda(double x, double y)
    {
        Func<double, double> g = v => v * x;
        Func<double, double> h = v => { x += 1; return g(v) + Apply(u => u * y + g(u), v); };
        double a = h(y);
        return a * h(x) + g(1);
    }

    [Differentiable]
    [At(0.6, 1.1)]
    public static double SameNamesInside(double x, double v)
    {
        double s = v;
        double F(double x) { double s = x * v; x = s; return s + x; }
        s += F(s) + F(x);
        return s * x;
    }

    [Differentiable]
    [At(0.6, 3)]
    public static double ClosureLocalPerIteration(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            double c = x * i;
            Func<double, double> f = v => v * c + i;
            c += 1;
            s = f(s) + f(x);
            c = 100;
        }
        return s;
    }

    [Differentiable]
    [At(0.6, 1.4)]
    public static double CapturedStruct(double x, double y)
    {
        var p = new Point2(x, y);
        void Move(double d) { p.X += d * p.Y; p.Y *= d; }
        Move(x); Move(2);
        Point2 q = p;
        Move(y);
        return p.X * p.Y + q.X;
    }

    [Differentiable]
    [At(1.6, 4)]
    public static double WhileWithPatternAndClosure(double x, int n)
    {
        double s = x;
        double Next(double v) { n--; s = s * 0.8 + v; return s * v; }
        while (Next(x) is var t && n > 0)
        {
            s += t;
            if (Next(t) is > 3 and var u) s -= u * x;
        }
        return s;
    }

    [Differentiable]
    [At(1.6, 1.1)]
    public static double DelegateParameterReordered(double x, double y) => Mix(g: u => u * x, v: x *= y, f: u => u + x);

    static double Mix(Func<double, double> f, Func<double, double> g, double v) => f(g(v)) * g(f(v));

    [Differentiable]
    [At(1.6, 1.1)]
    public static double ActionCapturingByRefOut(double x, double y)
    {
        double acc = 0;
        Action<double> add = v => acc += v * acc + x;
        add(y); add(acc);
        foreach (int i in new[] { 1, 2 }) add(i);
        return acc;
    }

    static Point2 Move(Func<double, Point2> f, double v) { Point2 p = f(v); p.X *= p.Y; return p; }

    [Differentiable]
    [At(0.6, 1.4)]
    public static double DelegateReturningStruct(double x, double y)
    {
        int n = 0;
        Point2 p = Move(v => { n++; return new Point2(v * x, y + n); }, y);
        Point2 q = Move(v => new Point2(p.X, v), p.Y);
        return q.X * p.Y + n;
    }

    [Differentiable]
    [At(0.6, 3)]
    public static double CaptureOfForeachAndParams(double x, int n)
    {
        double s = 1;
        Func<double> peek = () => s;
        double before = peek();
        for (int i = 0; i < n; i++) { s = s * x + peek(); before += peek() * s++; }
        return before + peek() * s;
    }

    [Differentiable]
    [At(0.6, 1.4)]
    public static double CaptureTuple(double x, double y)
    {
        var t = (a: x, b: y);
        void Swap() => (t.a, t.b) = (t.b * x, t.a);
        Swap(); Swap();
        var u = t; Swap();
        return t.a * u.b + u.a;
    }

    [Differentiable]
    [At(0.6, 1.4)]
    public static double RefLocalFunction(double x, double y)
    {
        double s = x;
        void Scale(ref double r, double f) { r *= f; s += r; }
        double q = y;
        Scale(ref q, x);
        Scale(ref s, q);
        Scale(ref s, s);
        return s * q;
    }

    static double Integrate(Func<double, double> f, double a, double b, int n)
    {
        ArgumentNullException.ThrowIfNull(f);
        double h = (b - a) / n, s = 0.5 * (f(a) + f(b));
        for (int i = 1; i < n; i++) s += f(a + i * h);
        return s * h;
    }

    static double Kernel(double t) => t switch { < 0.5 => t * t, >= 0.5 and < 1.0 => Math.Sqrt(t), _ => Math.Exp(-t) };

    [Differentiable]
    [At(0.1, 2.3, 8)]
    public static double MethodGroupWithSwitch(double a, double b, int n) => Integrate(Kernel, a, b, n) + Integrate(t => Integrate(u => Kernel(u) * t, 0, t, 4), a, b, n);

    [Differentiable]
    [At(0.6, 1.4)]
    public static double DeconstructFromLambda(double x, double y)
    {
        (double, double) Pair(double v) => (v * x, v + y);
        Func<double, (double U, double V)> f = v => Pair(v * v);
        var (p, q) = f(x);
        (p, _) = f(q);
        return p * q + f(y).V;
    }
}
