using System;
using AutoDiff;

namespace Corpus;

/// <summary>Integer arithmetic keeps the overflow context that it was written in, whatever the project's default.</summary>
public static partial class Overflow
{
    [Differentiable]
    [At(1.3, 3)]
    [At(1.3, 2000000000, Throws = typeof(OverflowException))]
    public static double CheckedExpression(double x, int n) => x * checked(n * 2);

    [Differentiable]
    [At(1.3, 3)]
    [At(1.3, 2000000000, Throws = typeof(OverflowException))]
    public static double CheckedStatement(double x, int n)
    {
        int k = 1;
        checked
        {
            k = n * 2;
            x += k;
        }

        return x * x;
    }

    [Differentiable]
    [At(1.3, 3)]
    [At(1.3, 2147483647, Throws = typeof(OverflowException))]
    public static double CheckedIncrement(double x, int n)
    {
        checked
        {
            n++;
            return x * n;
        }
    }

    [Differentiable]
    [At(1.3, 3)]
    [At(1.3, 1500000000, Throws = typeof(OverflowException))]
    public static double CheckedCompound(double x, int n)
    {
        checked
        {
            n += n;
        }

        return x * n;
    }

    [Differentiable]
    [At(1.3, 3)]
    [At(3e9, 3, Throws = typeof(OverflowException))]
    public static double CheckedCast(double x, int n) => x * checked((int)x * n);

    [Differentiable]
    [At(1.3, new int[] { 123456789, 987654321, 555555555 })]
    public static double UncheckedExpression(double x, int[] values)
    {
        int hash = 17;
        foreach (int value in values) hash = unchecked(hash * 31 + value);
        return x * x * (hash % 7 + 10);
    }

    [Differentiable]
    [At(1.3, new int[] { 123456789, 987654321, 555555555 })]
    public static double UncheckedStatement(double x, int[] values)
    {
        int hash = 17;
        unchecked
        {
            for (int i = 0; i < values.Length; i++)
            {
                hash *= 31;
                hash += values[i];
                byte low = (byte)hash;
                x += low * 1e-3;
            }

            hash++;
        }

        return x * x * (hash % 7 + 10);
    }

    [Differentiable]
    [At(1.3, 2147483600)]
    public static double UncheckedIndex(double x, int n)
    {
        double[] powers = { x, x * x, x * x * x };
        unchecked
        {
            double s = powers[(n * 3 & 1) + 1];
            if ((n + 100) * 1 < 0) s += powers[0];
            return s * (uint)(n * 3) * 1e-9;
        }
    }

    [Differentiable]
    [At(1.3, 7u)]
    public static double Generator(double x, uint seed)
    {
        double s = 0;
        for (int i = 0; i < 5; i++)
        {
            seed = unchecked(seed * 1664525u + 1013904223u);
            s += x * (seed >> 8) / (1 << 24);
        }

        return s * x;
    }

    [Differentiable]
    [At(1.3, 5)]
    [At(1.3, 300, Throws = typeof(OverflowException))]
    public static double CheckedNarrowing(double x, int n)
    {
        byte b = checked((byte)n);
        checked
        {
            b += 1;
        }

        return x * b;
    }

    [Differentiable]
    [At(1.3, 255)]
    public static double NestedContexts(double x, int n)
    {
        checked
        {
            byte b = unchecked((byte)(n + 3));
            int k = checked(n + 1);
            return x * b + k * x * x;
        }
    }

    [Differentiable]
    [At(1.3, 3)]
    [At(1.3, 2000000000, Throws = typeof(OverflowException))]
    public static double CheckedLocalFunction(double x, int n)
    {
        checked
        {
            return x * Twice(n);

            static int Twice(int k) => k * 2;
        }
    }

    [Differentiable]
    [At(1.3, 3)]
    [At(1.3, 2000000000, Throws = typeof(OverflowException))]
    public static double CheckedLambda(double x, int n)
    {
        Func<int, int> twice = checked(k => k * 2);
        return x * twice(n);
    }

    [Differentiable]
    [At(1.3, 2000000000)]
    public static double CalledFromACheckedBlock(double x, int n)
    {
        int Twice(int k) => unchecked(k * 2) >> 20;
        Func<int, int> half = k => k * 2 >> 20;
        checked
        {
            return x * Twice(n) * half(3);
        }
    }
}
