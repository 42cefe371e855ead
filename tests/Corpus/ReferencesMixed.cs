using System;
using AutoDiff;

namespace Corpus;

/// <summary>Two names for one variable, one of them a reference: what is changed under the one is read under the other.</summary>
public static partial class ReferencesMixed
{
    // The value was wrong: a method read in place left its result elsewhere.
    [Differentiable]
    [At(1.3)]
    [At(0.2)]
    public static double ResultBesideAnOutput(double x)
    {
        if (x > 0.3) return Passed(--x, out x);
        double y;
        y = Passed(x * x, out x);
        return x * y;
    }

    [Differentiable]
    [At(1.3, 0.5)]
    public static double Passed(double x, out double y)
    {
        y = 1.65;
        return x;
    }

    // The value was wrong: a copy was not made of a parameter that is changed by way of a reference.
    [Differentiable]
    [At(1.3)]
    public static double ParameterChangedThroughALocal(double x)
    {
        double y = Doubled(x);
        return x * y + Doubled(y) * y;
    }

    private static double Doubled(double x)
    {
        ref double z = ref x;
        ref double u = ref z;
        u *= 2;
        return x;
    }

    [Differentiable]
    [At(1.3, new double[] { 0.5, 0.25 })]
    public static double BetweenOperands(double x, double[] a)
    {
        ref double z = ref x;
        ref double b = ref a[1];
        double s = x + (z = 2 * x) * z;
        s *= a[1] + (b *= s) * b;
        return s + z * (x += b) + b * (a[1] -= 0.5);
    }

    [Differentiable]
    [At(1.3, 5)]
    public static double BoundOfALoop(double x, int n)
    {
        double s = x;
        ref int m = ref n;
        for (int i = 0; i < n; i++)
        {
            s = s * x + i;
            m--;
        }

        n = 6;
        for (int i = 0; i < m; i++)
        {
            s = Math.Sin(s) + x * i;
            n--;
        }

        return s * Math.Pow(x, n + m-- * n);
    }

    [Differentiable]
    [At(1.3, 5)]
    public static double OneVariableTwice(double x, int n)
    {
        double s = x;
        Shorten(ref n, ref n);
        Scale(ref s, ref s);
        return s * n;

        void Shorten(ref int most, ref int count)
        {
            for (int i = 0; i < most; i++)
            {
                s = s * x + most - count-- * most;
                count -= n & 1;
            }
        }

        static void Scale(ref double u, ref double v) => u = u + (v *= 2) * u;
    }
}
