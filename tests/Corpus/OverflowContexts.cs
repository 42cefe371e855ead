using System;
using AutoDiff;

namespace Corpus;

/// <summary>Integer arithmetic under <c>checked</c> and <c>unchecked</c>: the companion overflows where the method does, and only there.</summary>
public static partial class OverflowContexts
{
    [Differentiable]
    [At(0.5, 3)]
    [At(0.5, 100_000)]
    public static double Wrapping(double x, int n)
    {
        int h = unchecked(n * n + 7);
        unchecked
        {
            h = h * 31;
            h += n * n;
            h *= h;
            h++;
            for (int i = 0; i < 4; i++) h = -h * 65_599 - i;
        }

        return x * x * (1 + unchecked((byte)h)) + x * unchecked(h ^ (n * n));
    }

    [Differentiable]
    [At(0.5, 3)]
    [At(0.5, 100_000, Throws = typeof(OverflowException))]
    public static double InAnExpression(double x, int n) => x * x * checked(n * n);

    [Differentiable]
    [At(0.5, 3)]
    [At(0.5, 100_000, Throws = typeof(OverflowException))]
    public static double InABlock(double x, int n)
    {
        double r = x;
        checked
        {
            int k = n;
            k *= n;
            for (int i = 0; i < 2; i++) r *= x * k;
        }

        return r;
    }

    [Differentiable]
    [At(0.5, 3)]
    [At(0.5, int.MaxValue, Throws = typeof(OverflowException))]
    public static double Incremented(double x, int n)
    {
        checked
        {
            n++;
        }

        return x * n;
    }

    [Differentiable]
    [At(0.5, 3)]
    [At(0.5, 300, Throws = typeof(OverflowException))]
    public static double Narrowed(double x, int n) => x * x * checked((byte)n);

    [Differentiable]
    [At(0.5, 3)]
    [At(0.5, 300)]
    public static double NarrowedUnchecked(double x, int n) => x * x * unchecked((byte)n);
}
