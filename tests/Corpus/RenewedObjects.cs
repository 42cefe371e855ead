using System;
using AutoDiff;

namespace Corpus;

/// <summary>Locals of a class that are given a new object again and again, as the state of an integrator is.</summary>
public static partial class RenewedObjects
{
    public class State
    {
        public double X, V;

        public State()
        {
        }

        public State(double x, double v)
        {
            X = x;
            V = v;
        }

        public State Step(double h) => new State(X + h * V, V - h * X);

        public State Add(State other, double h) => new(X + h * other.X, V + h * other.V);

        public void Damp(double k) => V *= k;

        public State Same() => this;
    }

    public class Vec
    {
        public readonly double[] V;

        public Vec(int n) => V = new double[n];

        public Vec(double[] x) => V = x;

        public static Vec operator +(Vec a, Vec b)
        {
            var r = new Vec(a.V.Length);
            for (int i = 0; i < a.V.Length; i++) r.V[i] = a.V[i] + b.V[i];
            return r;
        }

        public static Vec operator *(double k, Vec a)
        {
            var r = new double[a.V.Length];
            for (int i = 0; i < r.Length; i++) r[i] = k * a.V[i];
            return new Vec(r);
        }
    }

    private static State Slope(State s, double k) => new(s.V, -k * Math.Sin(s.X));

    [Differentiable]
    [At(1.5, 0.7)]
    public static double InALoop(double x, double y)
    {
        var s = new State { X = x, V = y };
        for (int i = 0; i < 3; i++)
        {
            s = new State { X = s.X * s.V, V = s.X + y };
            s.Damp(x);
        }

        return s.X * s.V;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double Euler(double x, double y)
    {
        var s = new State(x, y);
        for (int i = 0; i < 10; i++) s = s.Step(0.1);
        return s.X * s.V;
    }

    [Differentiable]
    [At(1.5, 0.7, 1.3)]
    public static double RungeKutta(double x, double y, double k)
    {
        State s = new(x, y);
        double h = 0.1;
        for (int i = 0; i < 4; i++)
        {
            State k1 = Slope(s, k);
            State k2 = Slope(s.Add(k1, h / 2), k);
            State k3 = Slope(s.Add(k2, h / 2), k);
            State k4 = Slope(s.Add(k3, h), k);
            s = new State(s.X + h / 6 * (k1.X + 2 * k2.X + 2 * k3.X + k4.X), s.V + h / 6 * (k1.V + 2 * k2.V + 2 * k3.V + k4.V));
        }

        return s.X + s.V * k;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    [At(0.5, 0.7)]
    public static double DeclaredFirst(double x, double y)
    {
        State s;
        if (x > 1) s = new State(x, y);
        else s = new State(y, x * x);
        s.X *= s.V;
        return s.X + s.V;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double Itself(double x, double y)
    {
        var s = new State(x, y);
        s = s.Same();
        s.X *= y;
        return s.X * s.V;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double NamedInsideTheLoop(double x, double y)
    {
        var s = new State(x, y);
        for (int i = 0; i < 3; i++)
        {
            s = new State(s.V, s.X);
            var same = s;
            same.X *= y;
            s.V += x;
        }

        return s.X * s.V;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double TwoInTurn(double x, double y)
    {
        var s = new State(x, y);
        var t = new State(y, x);
        for (int i = 0; i < 3; i++)
        {
            s = new State(t.X, s.X);
            t = new State(s.V * 2, t.V * s.X);
        }

        return s.X * t.V;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double Captured(double x, double y)
    {
        var s = new State(x, y);
        double Energy() => s.X * s.X + s.V;
        double before = Energy();
        s = new State(before, s.X);
        return Energy();
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 }, 0.7)]
    public static double WithOperators(double[] d, double k)
    {
        var x = new Vec(3);
        for (int i = 0; i < 3; i++) x.V[i] = d[i];
        for (int i = 0; i < 3; i++) x = k * x + x;
        Vec acc = new Vec(3);
        acc += x;
        acc += k * x;
        return acc.V[0] * acc.V[2];
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 }, 0.7)]
    public static double VectorDeclaredFirst(double[] d, double k)
    {
        Vec m;
        if (k > 1) m = new Vec(d);
        else m = k * new Vec(d);
        return m.V[0] * m.V[1];
    }
}
