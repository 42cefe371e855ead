using System;
using AutoDiff;
using static System.Math;

namespace Corpus;

/// <summary>Local functions that call themselves, of numbers that carry no derivative.</summary>
public static partial class RecursiveConstants
{
    public enum Side
    {
        Left,
        Right
    }

    const int Top = 3;
    static readonly int Low = 2;
    static int Twice(int n) => 2 * n;
    [Differentiable]
    [At(0.7)]
    public static double Exponential(double x)
    {
        double s = 0;
        for (int n = 0; n < 6; n++)
            s += Math.Pow(x, n) / Factorial(n);
        return s;
        long Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
    }

    [Differentiable]
    [At(0.7)]
    public static double Bernstein(double x)
    {
        double Binomial(int n, int k)
        {
            if (k == 0 || k == n)
                return 1;
            return Binomial(n - 1, k - 1) + Binomial(n - 1, k);
        }

        double s = 0;
        for (int k = 0; k <= 5; k++)
            s += Binomial(5, k) * Math.Pow(x, k) * Math.Pow(1 - x, 5 - k) * k * k;
        return s;
    }

    [Differentiable]
    [At(0.7, 3)]
    public static double InConditions(double x, int n)
    {
        int Gcd(int a, int b)
        {
            while (b > 100)
                b /= 2;
            return b == 0 ? a : Gcd(b, a % b);
        }

        int i = n;
        double s = 1;
        while (Gcd(i, 6) < 6)
        {
            i++;
            s *= x * Gcd(i, 4);
        }

        return s;
    }

    [Differentiable]
    [At(0.7)]
    public static double EachOther(double x)
    {
        bool Even(int n) => n == 0 || Odd(n - 1);
        bool Odd(int n) => n != 0 && Even(n - 1);
        double s = 0;
        for (int i = 0; i < 5; i++)
            if (Even(i))
                s += x * i;
            else
                s *= x;
        return s;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.7, 2)]
    public static double NamesInOtherBlocks(double x, int n)
    {
        double s = 0;
        if (n > 2)
        {
            int F(int k) => k < 1 ? 1 : 1 + F(k - 1);
            s += F(n) * x;
        }
        else
        {
            double F = x * x;
            s += F;
        }

        {
            double F = x * x;
            s += F * F;
        }

        return s;
    }

    [Differentiable]
    [At(0.7, 3)]
    public static double NamesOfTheType(double x, int n)
    {
        const int c = 2;
        int F(int k) => k < c ? Top : Low + F(k - 1) + Twice(k) + (int)Max(Sqrt(k), PI);
        return x * x * F(n);
    }

    [Differentiable]
    [At(0.7, 3)]
    public static double Order(double x, int n)
    {
        int F(int k, int m) => k < 1 ? m : F(k - 1, m + k);
        return x * F(n++, n) * n + F(m: n++, k: n) * x * x;
    }

    [Differentiable]
    [At(0.7, 3)]
    public static double CalledElsewhere(double x, int n)
    {
        int F(int k) => k < 1 ? 1 : F(k - 1) + k;
        Func<double, double> g = v => v * F(n);
        double H(double v) => g(v) * F(2);
        return H(x) + g(x * x);
    }

    [Differentiable]
    [At(0.7, 3)]
    public static double NamesOfTheDerivative(double x, int n)
    {
        int result(int k)
        {
            int xAt = k, sAt = 0;
            for (int i = 0; i < xAt; i++)
                sAt += i;
            return k < 1 ? 1 : result(k - 1) + sAt;
        }

        double s = 1;
        for (int i = 0; i < n; i++)
            s *= x + result(i) + Math.Abs(n);
        return s;
    }

    [Differentiable]
    [At(0.7, 3)]
    public static double Throws(double x, int n)
    {
        int F(int k) => k < 0 ? throw new ArgumentException("negative") : k < 1 ? 1 : F(k - 1) + k;
        return x * F(n);
    }

    [Differentiable]
    [At(0.7, 3)]
    public static double Optional(double x, int n)
    {
        int F(int k, int step = 1) => k < 0 ? 1 : F(k - step) + F(k - 2, step: 2);
        return x * F(n);
    }

    [Differentiable]
    [At(0.7, "abc")]
    public static double OfText(double x, string t)
    {
        int F(string s, int i) => i >= s.Length ? 0 : (s[i] == 'b' ? 2 : 1) + F(s, i + 1);
        return x * F(t, 0) * x;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.7, 4)]
    public static double OfSides(double x, int n)
    {
        Side K(int k) => k switch
        {
            0 => Side.Left,
            1 => Side.Right,
            < 0 => throw new InvalidOperationException(),
            _ => K(k - 2)};
        return K(n) == Side.Right ? x * x : x;
    }

    static double Scaled(double x, int n)
    {
        int F(int k) => k < 1 ? 1 : F(k - 1) * k;
        return x * F(n);
    }

    [Differentiable]
    [At(0.7, 3)]
    public static double InAHelper(double x, int n) => Scaled(x, n) + Scaled(x * x, 2);
    [Differentiable]
    [At(0.7, 3)]
    public static double OfRealConstants(double x, int n)
    {
        double P(int k, double v) => k < 1 ? 1 : v * P(k - 1, v);
        return x * P(n, 2.5);
    }

    [Differentiable]
    [At(0.7, 3)]
    public static T OfTypeArguments<T>(T x, int n)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        T F(int k) => k < 1 ? T.One : F(k - 1) * T.CreateChecked(k);
        return x * F(n) * x;
    }

    [Differentiable]
    [At(0.7, 3)]
    public static double OfAConstantPower(double x, int n)
    {
        int F(int k)
        {
            if (k < 1)
                return 1;
            int half = F(k / 2);
            return k % 2 == 0 ? half * half : 2 * half * half;
        }

        return Math.Pow(x, F(n));
    }
}
