using System;
using AutoDiff;

namespace Corpus;

/// <summary>Conditions: short circuits, assignments in them, what they compare.</summary>
public static partial class Logic
{
    [Differentiable]
    [At(new double[] { 0.2, 0.9, 1.7, 0.4 }, 1.5)]
    [At(new double[] { 0.2, 0.9 }, 1.5)]
    public static double AssignmentBehindAnd(double[] a, double limit)
    {
        double s = 0, t = 0;
        int i = 0;
        while (i < a.Length && (t = a[i] * a[i]) < limit)
        {
            s += t * (i + 1);
            i++;
        }

        return s + t;
    }

    [Differentiable]
    [At(0.4, 1.5)]
    [At(1.4, 1.5)]
    public static double AssignmentBehindOr(double x, double y)
    {
        double t = x;
        if (x > 1 || (t = y * x) > 0.5) t *= 2;
        return t * y;
    }

    [Differentiable]
    [At(0.4, 1.5)]
    [At(1.6, 1.5)]
    public static double StoredConditions(double x, double y)
    {
        bool less = x < y, inside = x >= 0 && y <= 2;
        double s = less ? x * x : y * y;
        if (inside && !(x == y)) s += x * y;
        return less == inside ? s : -s;
    }

    [Differentiable]
    [At(0.4, 1.5, 3)]
    [At(0.4, 1.5, 4)]
    public static double MixedConditions(double x, double y, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (i % 2 == 0 && x * i < y || i == 3)
            {
                s += x;
            }
            else if (!(s > y) && (i & 1) == 1)
            {
                s += y * s + x * y;
            }
        }

        return s;
    }

    [Differentiable]
    [At(0.4, 1.5)]
    [At(double.NaN, 1.5, Kink = true)]
    public static double NotANumber(double x, double y) => double.IsNaN(x) || double.IsInfinity(x) ? y * y : x * y;

    [Differentiable]
    [At(0.4, 1.5, 0.1)]
    [At(1.9, 1.5, 0.1)]
    [At(1.9, 1.5, 2.5)]
    public static double ChainOfConditionals(double x, double y, double z) =>
        x < y ? x * x
        : y < z ? y * z
        : z < x ? Math.Sqrt(x - z)
        : 0;

    [Differentiable]
    [At(0.4, 1.5)]
    public static double ConditionalOperands(double x, double y) =>
        (x < y ? x : y) * (x > y ? x : y) + Math.Exp(x > 0 ? -x : x) - (y > 1 ? 1 : y * y);

    [Differentiable]
    [At(0.4)]
    [At(-0.4)]
    public static double ConditionalIncrement(double x)
    {
        int sign = 0;
        double y = x > 0 ? x * ++sign : -x * --sign;
        return y * sign + x * x;
    }
}
