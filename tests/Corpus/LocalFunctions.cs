using System;
using AutoDiff;

namespace Corpus;

/// <summary>Static local functions.</summary>
public static partial class LocalFunctions
{
    [Differentiable]
    [At(1.3, 0.7)]
    public static double Expression(double x, double y)
    {
        return Square(x) * Square(y) + Square(x + y);

        static double Square(double v) => v * v;
    }

    [Differentiable]
    [At(0.6, 4)]
    public static double WithLoop(double x, int n)
    {
        static double Partial(double v, int k)
        {
            double p = 1;
            for (int i = 0; i < k; i++)
            {
                p *= v;
                if (p > 100) return p;
            }

            return p / (k + 1);
        }

        double s = 0;
        for (int k = 0; k < n; k++) s += Partial(x, k) * (k + 1);
        return s;
    }

    [MayBeRefused("a recursive local function")]
    [Differentiable]
    [At(1.1, 5)]
    public static double Recursive(double x, int n)
    {
        return Power(x, n) + x;

        static double Power(double v, int k)
        {
            if (k == 0) return 1;
            double half = Power(v, k / 2);
            return k % 2 == 0 ? half * half : half * half * v;
        }
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double WritesArray(double[] a, double x)
    {
        Scale(a, x);
        double s = Sum(a);
        Scale(a, s);
        return Sum(a) * s;

        static void Scale(double[] v, double factor)
        {
            for (int i = 0; i < v.Length; i++) v[i] *= factor;
        }

        static double Sum(double[] v)
        {
            double s = 0;
            foreach (double e in v) s += e;
            return s;
        }
    }

    [Differentiable]
    [At(0.4)]
    public static double OneCallsAnother(double x)
    {
        return Outer(x) * Outer(2 * x);

        static double Outer(double v) => Inner(v) + Inner(v * v);

        static double Inner(double v) => Math.Tanh(v) / (1 + v);
    }

    // The same name in two methods of the type.
    [Differentiable]
    [At(0.4)]
    public static double SameNameElsewhere(double x)
    {
        return Square(x) + 1 / Square(x + 1);

        static double Square(double v) => v * v * 1.5;
    }

    [Differentiable]
    [At(0.4, 3)]
    public static double InactiveLocalFunction(double x, int n)
    {
        double s = 0;
        for (int k = 0; k <= n; k++) s += Binomial(n, k) * Math.Pow(x, k) * Math.Pow(1 - x, n - k) * k * k;
        return s;

        static int Binomial(int n, int k)
        {
            int b = 1;
            for (int i = 1; i <= k; i++) b = b * (n - i + 1) / i;
            return b;
        }
    }
}
