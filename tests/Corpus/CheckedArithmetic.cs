using System;
using AutoDiff;

namespace Corpus;

/// <summary>Integer arithmetic keeps the overflow checking that the source asks for.</summary>
public static partial class CheckedArithmetic
{
    [Differentiable]
    [At(2.0, 3, Value = 18, Gradient = new double[] { 9 })]
    [At(2.0, 100000, Throws = typeof(OverflowException))]
    public static double CheckedExpression(double x, int i)
    {
        int j = checked(i * i);
        return j * x;
    }

    [Differentiable]
    [At(2.0, 3, Value = 12, Gradient = new double[] { 6 })]
    [At(2.0, int.MaxValue, Throws = typeof(OverflowException))]
    public static double CheckedStatement(double x, int i)
    {
        checked
        {
            i += i;
        }

        return i * x;
    }

    [Differentiable]
    [At(2.0, int.MaxValue, Value = -4294967296, Gradient = new double[] { -2147483648 })]
    public static double UncheckedIncrement(double x, int i)
    {
        unchecked
        {
            i++;
        }

        return i * x;
    }

    [Differentiable]
    [At(2.0, 1, Value = 2, Gradient = new double[] { 1 })]
    [At(2.0, 300, Throws = typeof(OverflowException))]
    public static double CheckedCast(double x, int i)
    {
        checked
        {
            x *= (byte)i;
        }

        return x;
    }
}
