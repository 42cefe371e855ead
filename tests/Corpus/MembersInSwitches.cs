using System;
using AutoDiff;

namespace Corpus;

/// <summary>What a switch looks at is read once, whatever a guard does to the object that it is a member of.</summary>
public static partial class MembersInSwitches
{
    public sealed class A
    {
        public double X;
        public int N = 1;
    }

    private static bool Raise(A a, double k)
    {
        a.X += k;
        a.N++;
        return false;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double Expression(double x, double y)
    {
        var a = new A
        {
            X = x
        };
        return a.X switch
        {
            > 1 when Raise(a, y) => 0,
            var q => q * y
        };
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double Statement(double x, double y)
    {
        var a = new A
        {
            X = x
        };
        switch (a.X)
        {
            case> 1 when Raise(a, y):
                return 0;
            case var q:
                return q * y * a.X;
        }
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double OfIntegers(double x, double y)
    {
        var a = new A
        {
            X = x
        };
        return a.N switch
        {
            1 when Raise(a, y) => 0,
            1 => x * y,
            var q => q * y * x
        };
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double StatementOfIntegers(double x, double y)
    {
        var a = new A
        {
            X = x
        };
        switch (a.N)
        {
            case 1 when Raise(a, y):
                return 0;
            case 1:
                return x * y * a.N;
            case var q:
                return q * y;
        }
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double OfATuple(double x, double y)
    {
        var a = new A
        {
            X = x
        };
        return (a.X, a.N) switch
        {
            (> 1, 1)when Raise(a, y) => 0,
            (var p, 1) => p * y,
            _ => y
        };
    }
}
