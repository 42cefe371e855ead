using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Checks that are given their message as a lambda, which is run only where it is thrown.</summary>
public static partial class Preconditions
{
    static void Require(bool ok, Func<string> message)
    {
        if (!ok)
            throw new ArgumentException(message());
    }

    static void Require2(bool ok, Func<string> message)
    {
        if (!ok)
            throw new ArgumentException("no: " + message(), "x");
    }

    [Differentiable]
    [At(1.5)]
    [At(-1.5, Throws = typeof(ArgumentException))]
    public static double F1(double x)
    {
        Require(x > 0, () => "x is " + x);
        return x * x;
    }

    [Differentiable]
    [At(1.5, 2.0)]
    [At(1.5, -2.0, Throws = typeof(ArgumentException))]
    public static double F2(double x, double y)
    {
        Require2(x > y - 2, () => $"x is {x}, y is {y:F2}");
        Require2(y > 0, () => "y " + y);
        return x * y;
    }

    class N
    {
        readonly double s;
        public N(double s)
        {
            Require(s > 0, () => "s is " + s);
            this.s = s;
        }

        public double At(double x) => Math.Exp(-x * x / s) / s;
    }

    [Differentiable]
    [At(1.5, 2.0)]
    [At(1.5, -2.0, Throws = typeof(ArgumentException))]
    public static double F4(double x, double s) => new N(s).At(x);
}
