using AutoDiff;

namespace Corpus;

/// <summary>Whole numbers that get another value later: the reverse sweep computes the old one again, in the type that it had.</summary>
public static partial class RestoredIntegers
{
    private static double Shifted(uint m, double x)
    {
        m <<= 31;
        double s = m * x;
        m >>= 3;
        return s + m * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfUInt(double x)
    {
        uint u = 0;
        unchecked { u--; } double s = u * x;
        u = 2;
        return s + u * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfLong(double x)
    {
        long w = 1;
        w <<= 40;
        double s = w * x;
        w = 2;
        return s + w * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfULong(double x)
    {
        ulong w = 5;
        w = unchecked(w % 3 - 4);
        double s = w * x;
        w = 2;
        return s + w * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfDecimal(double x)
    {
        decimal w = 1;
        w /= 3;
        double s = (double)w * x;
        w = 2;
        return s + (double)w * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfByte(double x)
    {
        byte b = 255;
        unchecked { b++; } double s = (b + 1) * x;
        unchecked { b--; } return s + b * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfInt(double x)
    {
        int b = int.MaxValue;
        unchecked { b++; } double s = b * x;
        b = 1;
        return s + b * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfProduct(double x)
    {
        long w = 100000;
        w *= 100000;
        double s = w * x;
        w = 0;
        return s + w * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfWidened(double x)
    {
        int i = 3;
        long w = i;
        w <<= 40;
        double s = w * x;
        w = 2;
        i = 1;
        return s + w * x * i;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfArgument(double x) => Shifted(1, x);

    [Differentiable]
    [At(0.7)]
    public static double OfConstants(double x)
    {
        int k = 1;
        long l = unchecked(k + int.MaxValue - k);
        l += k;
        double s = l * x;
        k = 5;
        l = 3;
        return s * l + k;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfGenerator(double x)
    {
        ulong h = 7;
        h ^= h << 13;
        double s = x * x * (h >> 3);
        h ^= h >> 7;
        s += x * s * (h & 15);
        h ^= unchecked(h << 62);
        s += x * s * (h >> 60);
        return s;
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 0.7)]
    public static double AsIndex(double[] a, double x)
    {
        long w = 1;
        w <<= 40;
        double s = a[(int)(w >> 40)] * (w % 7) * x;
        w = 0;
        return s * a[(int)w];
    }
}
