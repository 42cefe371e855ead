using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Out variables that are declared where a condition decides whether they are given a value.</summary>
public static partial class DeclaredInConditions
{
    private static bool Tried(double x, out double q)
    {
        q = x * x;
        return q > 0.1;
    }

    private static bool TriedWhole(double x, out int q)
    {
        q = 3;
        return x > 0.1;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.7, 1)]
    public static double BehindAnd(double x, int n)
    {
        double z = x;
        if (n == 1 && Tried(x, out double q)) z *= q;
        return z;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.7, 1)]
    public static double BehindOr(double x, int n)
    {
        double z = x;
        if (n == 1 || !Tried(x, out double q)) return z;
        z *= q;
        return z;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.7, 1)]
    public static double InAChoice(double x, int n)
    {
        double z = x;
        z *= n == 1 && Tried(x, out double q) ? q : 2;
        return z;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.7, 1)]
    public static double Integer(double x, int n)
    {
        double z = x;
        if (n == 1 && TriedWhole(x, out int q)) z *= q;
        return z;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.7, 1)]
    public static double Both(double x, int n)
    {
        double z = x;
        if (z > 0.1 && Tried(x, out double q) && Tried(q, out double r)) z *= q * r;
        return z;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.7, 1)]
    public static double OfALocalFunction(double x, int n)
    {
        double z = x;
        bool Inner(double v, out double q)
        {
            q = v * z;
            return q > 0;
        }

        if (n == 1 && Inner(x, out double q)) z *= q;
        return z;
    }

    [Differentiable]
    [At(0.7, 3)]
    [At(0.7, 1)]
    public static double InAGuard(double x, int n)
    {
        double z = x;
        switch (n)
        {
            case 1 when Tried(x, out double q):
                z *= q;
                break;
        }

        return z;
    }
}
