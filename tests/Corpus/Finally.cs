using System;
using AutoDiff;

namespace Corpus;

/// <summary><c>try … finally</c>: its blocks run one after the other, however the first one is left.</summary>
public static partial class Finally
{
    [Differentiable]
    [At(3.0)]
    public static double Both(double x)
    {
        double y = x;
        try
        {
            y *= x;
        }
        finally
        {
            y += Math.Sin(y);
        }

        return y * x;
    }

    [Differentiable]
    [At(3.0)]
    [At(-3.0)]
    public static double ReturnInside(double x)
    {
        double y = x;
        try
        {
            if (x > 0) return y * y;
            y *= 2;
        }
        finally
        {
            y *= 100;
        }

        return y * x;
    }

    [Differentiable]
    [At(0.9, 7)]
    public static double InALoop(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            try
            {
                if (i == 1) continue;
                double t = s * x;
                s += t * t;
                if (i == 5) break;
            }
            finally
            {
                s = Math.Sin(s) + x;
            }

            s *= 1.1;
        }

        return s;
    }

    [Differentiable]
    [At(0.9, 4)]
    public static double LoopInside(double x, int n)
    {
        double s = x;
        int steps = 0;
        try
        {
            for (int i = 0; i < n; i++)
            {
                double t = s;
                s = s * t + x;
                steps++;
            }

            while (s > 1) s *= 0.5 * x;
        }
        finally
        {
            for (int i = 0; i < steps; i++) s += Math.Cos(s * i);
        }

        return s * steps;
    }

    [Differentiable]
    [At(0.9)]
    public static double NestedRegions(double x)
    {
        double y = x;
        try
        {
            try
            {
                y *= y;
            }
            finally
            {
                y += x;
            }

            double z = Math.Exp(y);
            y *= z;
        }
        finally
        {
            y /= 1 + x;
        }

        return y;
    }

    [Differentiable]
    [At(0.9, 2)]
    [At(0.9, 0, Throws = typeof(DivideByZeroException))]
    public static double ThrowsInside(double x, int n)
    {
        double y = x;
        try
        {
            y *= 4 / n;
        }
        finally
        {
            y += 1;
        }

        return y * y;
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5 })]
    public static double Stores(double[] a)
    {
        double old = a[0];
        try
        {
            a[0] = a[1] * a[1];
            a[1] *= a[0];
        }
        finally
        {
            a[0] = old;
        }

        return a[0] * a[1];
    }

    [Differentiable]
    [At(0.9, 3)]
    public static double InALocalFunction(double x, int n)
    {
        double depth = 0;
        double s = 0;
        for (int i = 0; i < n; i++) s += Entered(i * x);
        return s * depth;

        double Entered(double v)
        {
            depth += x;
            try
            {
                if (v > 1) return v * v;
                return Math.Sin(v);
            }
            finally
            {
                depth *= 2;
            }
        }
    }

    [Differentiable]
    [At(0.7, 1.3)]
    public static double FinallyOverwrites(double x, double t)
    {
        double y = 0;
        try
        {
            y = x * t;
            y *= y * t;
        }
        finally
        {
            t = y * x;
            y = t * t;
        }
        return y * t;
    }

    [Differentiable]
    [At(0.7, 4)]
    public static double FinallyInLoopOverwrites(double x, int n)
    {
        double y = 1, t = x;
        for (int i = 0; i < n; i++)
        {
            try
            {
                y = y * t + x;
                t = Math.Sin(y * t);
            }
            finally
            {
                double u = t * y;
                t = u * 0.5;
                y = Math.Cos(u);
            }
        }
        return y * t;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2.5 }, 3)]
    public static double ArraysInTryInLoop(double[] a, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            try
            {
                double[] w = new double[n];
                for (int k = 0; k < n; k++) w[k] = a[k] * s + a[i];
                Span<double> v = w.AsSpan(1);
                v[0] *= v[1];
                s += w[0] * w[1];
            }
            finally
            {
                a[i] *= 0.5 + s;
            }
        }
        return s + a[0];
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5, 2.5 }, 1)]
    [At(new double[] { 0.5, 1.5, 2.5 }, 0)]
    public static double RegionInBranch(double[] a, int n)
    {
        double s = a[0];
        if (n > 0)
        {
            double k = a[1];
            try
            {
                double[] w = { k, a[2], s };
                s = w[0] * w[1] * w[2];
                k = s * s;
            }
            finally
            {
                s += k;
            }
            s *= k;
        }
        return s * a[1];
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5 })]
    public static double Scale(double[] v)
    {
        v[0] *= v[1];
        v[1] = v[0] * v[0];
        return v[0] + v[1];
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.5 }, 2)]
    public static double CallsInTry(double[] v, int n)
    {
        double s = 1;
        for (int i = 0; i < n; i++)
        {
            try
            {
                s += Scale(v) * s;
            }
            finally
            {
                s *= Scale(v);
            }
        }
        return s;
    }

    [Differentiable]
    [At(0.7, 3)]
    public static double StackallocInTry(double x, int n)
    {
        double s = 0;
        try
        {
            Span<double> w = stackalloc double[4];
            for (int i = 0; i < n; i++) w[i] = x * i;
            s = w[1] * w[2];
        }
        finally
        {
            s *= x;
        }
        return s;
    }

    [Differentiable]
    [At(0.4, 2)]
    public static double[] ResultArray(double x, int n)
    {
        double[] r = new double[n + 1];
        void Set(int i, double v) => r[i] = v * x;
        try
        {
            for (int i = 0; i <= n; i++) Set(i, i switch { 0 => x, 1 => x * x, _ => Math.Sin(x) });
            return r;
        }
        finally
        {
            r[0] *= 2;
        }
    }
}
