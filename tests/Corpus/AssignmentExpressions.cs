using System;
using AutoDiff;

namespace Corpus;

/// <summary>Assignments as expressions: in conditions, in operands, chained; the value of a compound assignment.</summary>
public static partial class AssignmentExpressions
{
    // Hard program 7.
    [Differentiable]
    [At(1.7, Value = 35.7, Gradient = new double[] { 21 })]
    public static double InLoopCondition(double x)
    {
        double acc = 0, r;
        for (int i = 0; (r = i * x) < 10; i++) acc += r;
        return acc + r;
    }

    // Hard program 7, clad #746.
    [Differentiable]
    [At(3.0, 5.0, Value = 15, Gradient = new double[] { 5, 3 })]
    public static double InConditionWithBreak(double i, double j)
    {
        double res;
        for (int c = 0; (res = i * j) != 0; ++c)
        {
            if (c == 1) break;
        }

        return res;
    }

    // Hard program 7, clad #818.
    [Differentiable]
    [At(3.0, 5.0, Value = 45, Gradient = new double[] { 15, 9 })]
    public static double CompoundInConditionWithContinue(double i, double j)
    {
        double res = 0;
        for (int c = 0; (res += i * j) > -1e9 && c < 3; ++c)
        {
            if (c == 1)
            {
                res = i * j;
                continue;
            }
        }

        return res;
    }

    // Hard program 8 (clad #894).
    [Differentiable]
    [At(3.5, Value = 12.25, Gradient = new double[] { 7 })]
    [At(2.5, Value = 15.625, Gradient = new double[] { 18.75 })]
    public static double InIf(double x)
    {
        double y;
        if ((y = x * x) > 10) return y;
        return y * x;
    }

    // Hard program 9 (clad #464).
    [Differentiable]
    [At(1.2, Value = 42, Gradient = new double[] { 65 })]
    public static double ValueOfCompound(double x)
    {
        double a = x;
        double s = (a *= 5);
        s += a * a;
        return s;
    }

    // Hard program 9, on elements.
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, Value = 30, Gradient = new double[] { 5, 5, 5 })]
    public static double ValueOfCompoundElement(double[] a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++) s += (a[i] *= 5);
        return s;
    }

    // Hard program 9, the chain.
    [Differentiable]
    [At(1.5, 0.5)]
    public static double Chain(double x, double c)
    {
        double a, b;
        a = b = c *= x;
        a += b *= 2;
        return a * b - c;
    }

    [Differentiable]
    [At(0.9)]
    public static double IncrementsOfActive(double x)
    {
        double y = x++ * x;
        double z = --x * y--;
        ++y;
        z--;
        return y * z + x--;
    }

    // The left operand of += is read before the right one is evaluated.
    [Differentiable]
    [At(1.3, 0.8)]
    public static double CompoundOverOwnAssignment(double x, double y)
    {
        x += x = y * x;
        y *= (y -= x) + 2;
        return x * y;
    }

    [Differentiable]
    [At(2.5, 1.5)]
    public static double AllCompoundOperators(double x, double y)
    {
        double t = x;
        t += y;
        t -= 0.25 * x;
        t *= y;
        t /= x + 1;
        t %= 1.75;
        return t;
    }

    [Differentiable]
    [At(0.6, 1.4)]
    public static double DeclaredInExpression(double x, double y)
    {
        double u;
        double v = (u = x + y) * (u - x);
        return v + (u *= v) + u;
    }
}
