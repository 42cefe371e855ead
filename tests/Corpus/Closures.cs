using System;
using AutoDiff;

namespace Corpus;

/// <summary>Local functions that capture what stands around them.</summary>
public static partial class Closures
{
    // Hard program 19, as a local function.
    [Differentiable]
    [At(1.4, Value = 10.864, Gradient = new double[] { 14.48 })]
    public static double MutatedCapture(double x)
    {
        double s = 0;
        for (int v = 1; v <= 3; v++) Add(v);
        return s;

        void Add(double v) => s = s * x + v * x;
    }

    [Differentiable]
    [At(1.4, 0.6)]
    public static double ReadsParameters(double x, double y)
    {
        double Line(double t) => x * t + y;
        return Line(2) * Line(y) + Line(Line(1));
    }

    [Differentiable]
    [At(1.4)]
    public static double MutatedBetweenOperands(double x)
    {
        double s = x;
        double Twice()
        {
            s *= 2;
            return s * x;
        }

        // The left operand is read before the call changes it.
        double y = s + Twice() * s;
        y = s * (s + Twice());
        return y;
    }

    [Differentiable]
    [At(1.4)]
    public static double ArgumentIsTheCapture(double x)
    {
        double s = x;
        double Grow(double v)
        {
            s *= x;
            return v * s;
        }

        return Grow(s) + Grow(s);
    }

    [Differentiable]
    [At(1.4, 3)]
    public static double CallEachOther(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++) Step(i);
        return s;

        void Step(int i)
        {
            if (i % 2 == 0) Even(i);
            else Odd();
        }

        void Even(int i) => s += Math.Pow(x, i);

        void Odd()
        {
            if (s > 1)
            {
                s /= x;
                return;
            }

            s *= x;
        }
    }

    [Differentiable]
    [At(new double[] { 1.5, 2, 3 })]
    public static double CapturedArray(double[] a)
    {
        int n = a.Length;
        double[] work = new double[n];
        double At(int i) => i < 0 || i >= n ? 0 : a[i];
        void Smooth()
        {
            for (int i = 0; i < n; i++) work[i] = At(i - 1) * At(i) + At(i + 1);
        }

        Smooth();
        for (int i = 0; i < n; i++) a[i] = work[i];
        Smooth();
        return work[0] * work[n - 1] + work[1];
    }

    // A loop whose bound and index the local function changes is no counted loop.
    [Differentiable]
    [At(1.1, 8)]
    public static double CapturedBound(double x, int n)
    {
        double s = 1;
        for (int i = 0; i < n; i++) Shorten(i);
        return s;

        void Shorten(int i)
        {
            s += x * i;
            if (i % 2 == 1) n--;
        }
    }

    [Differentiable]
    [At(1.1, 3)]
    [At(1.1, 0)]
    public static double EarlyReturnInside(double x, int n)
    {
        double total = 0;
        for (int i = 0; i < 4; i++) total += First(i) * x;
        return total;

        double First(int from)
        {
            for (int k = from; k < n; k++)
            {
                total += 0.5 * x;
                if (k * x > 2) return k * x;
            }

            return x;
        }
    }

    [Differentiable]
    [At(1.1, 2.0)]
    [At(1.1, -2.0)]
    public static double InACondition(double x, double y)
    {
        double best = x;
        bool Better(double v)
        {
            if (v <= best) return false;
            best = v * v;
            return true;
        }

        if (Better(y) && Better(x * y * 3)) return best * x;
        return Better(x) || y > 0 ? best : best * y;
    }

    [Differentiable]
    [At(1.1, 2)]
    public static double NestedLocalFunctions(double x, int n)
    {
        double k = x * n;
        double Outer(double v)
        {
            double c = v * k;
            double Inner(double w) => w * c + x;
            return Inner(v) * Inner(2);
        }

        return Outer(x) + Outer(1);
    }

    [Differentiable]
    [At(0.7, 1.2, 5)]
    public static double PingPong(double x, double y, int n)
    {
        double[] a = { x, y }, b = new double[2];
        void Step()
        {
            b[0] = a[0] * a[1];
            b[1] = a[0] + a[1] * 0.5;
            (a, b) = (b, a);
        }
        for (int i = 0; i < n; i++) Step();
        return a[0] * a[1];
    }

    [Differentiable]
    [At(0.4, 2)]
    public static double CountsDown(double x, int n)
    {
        double s = 1;
        bool Next() { s *= x + n; return --n >= 0; }
        while (Next()) s += 1;
        for (; Next(); n -= 1) s += x;
        return s;
    }
}
