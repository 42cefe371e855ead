using System;
using AutoDiff;

namespace Corpus;

/// <summary>Arithmetic whose operands are known: the compiler would do it, and refuse some, where the program wraps around, throws or never comes to it.</summary>
public static partial class ConstantArithmetic
{
    private static double Share(int n, double x) => n == 0 ? x : x * (6 / n);

    private static double Low(int n, double x) => n > 5 ? x * unchecked((byte)n) : 2;

    private static double Scaled(double k, double x)
    {
        int n = unchecked((int)(k * 1e10));
        return n == 3 ? x : x * x;
    }

    private static double Wrapped(int n, double x)
    {
        int m = unchecked(n * 1000000);
        return m * x;
    }

    private static double Halves(double k, double x)
    {
        int n = (int)(k / 2 * 2);
        return n * x;
    }

    private static double Ratio(int n, double x)
    {
        switch (n)
        {
            case 3:
                return x;
            case 4:
                return 2 * x;
        }

        return x * (n / (n - 5));
    }

    [Differentiable]
    [At(0.7)]
    public static double InCalls(double x) => Share(0, x) + Low(300, x) * Scaled(1, x) + Wrapped(100000, x) + Halves(3, x);

    [Differentiable]
    [At(0.7)]
    public static double InLocals(double x)
    {
        byte b = 250;
        unchecked
        {
            b += 10;
        }

        x *= b;
        b >>= 1;
        int Square(int v) => unchecked(v * v);
        return b * x + Square(90000) * x;
    }

    [Differentiable]
    [At(0.7, Throws = typeof(DivideByZeroException))]
    public static double DividedByZero(double x) => Ratio(3, x) + Ratio(5, x);
}
