using System;
using AutoDiff;

namespace Corpus;

/// <summary>Hard program 17: casts, integer division, integers among the operands.</summary>
public static partial class Conversions
{
    [Differentiable]
    [At(2.7, Value = 2, Gradient = new double[] { 0 })]
    public static double ThroughInt(double x) => (double)(int)x;

    [Differentiable]
    [At(2.7, Value = 0, Gradient = new double[] { 0 })]
    public static double TimesOneHalfOfIntegers(double x) => x * (1 / 2);

    [Differentiable]
    [At(7, 1.5, Value = 4.5, Gradient = new double[] { 3 })]
    public static double HalfOfIntFirst(int n, double x) => n / 2 * x;

    [Differentiable]
    [At(1.5, 4, Value = 0.375, Gradient = new double[] { 0.25 })]
    public static double DividedByInt(double x, int n) => x / n;

    [Differentiable]
    [At(3.8, 2)]
    [At(-3.8, 2)]
    public static double FractionalPart(double x, int n)
    {
        long whole = (long)x;
        double fraction = x - whole;
        return fraction * fraction * n + whole * x;
    }

    [Differentiable]
    [At(1.25)]
    public static double TimeStep(double x)
    {
        double dt = 1 / 12.0, y = x;
        for (int month = 0; month < 12; month++) y += y * dt;
        return y - 1 / 12;
    }

    [Differentiable]
    [At(0.7)]
    public static double ThroughFloat(double x)
    {
        double two = (float)2;
        return (double)((float)3 * x) * two;
    }

    [Differentiable]
    [At(1.5f, 2.25)]
    public static double FloatAndDouble(float x, double y) => x * y + Math.Sin(x) * (float)2.5;

    [Differentiable]
    [At(0.6, 1.5f)]
    public static float DoubleToFloat(double x, float y)
    {
        double inner = x * y + Math.Exp(x);
        float outer = (float)inner * y;
        return outer - (float)x;
    }

    [Differentiable]
    [At(0.5, (byte)3, (short)-2, 5L, 7u)]
    public static double SmallIntegers(double x, byte b, short s, long l, uint u) => b * x + s * x * x + l / x - u % 4 * x;

    [Differentiable]
    [At(1.3, 'c')]
    public static double CharAsNumber(double x, char c) => x * (c - 'a') + (c == 'c' ? x * x : 0);

    [Differentiable]
    [At(1.3, 9, 4)]
    public static double IntegerArithmetic(double x, int n, int m)
    {
        int k = (n << 1) % m + (n & m) - (n ^ 3) / 2 + (~m >> 1);
        k += n > m ? 1 : -1;
        k++;
        return x * k + k / (x + m);
    }
}
