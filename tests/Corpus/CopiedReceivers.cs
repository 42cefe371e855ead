using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Methods that change their struct, called where it may only be read, or where it was given by value: on a copy.</summary>
public static partial class CopiedReceivers
{
    interface IHas
    {
        int M();
    }

    struct Bx : IHas
    {
        public int N;
        public int M() => ++N;
        public readonly Bx Me => this;
    }

    static double A1(double x, in Bx a)
    {
        a.M();
        return x * a.N;
    }

    static double A2(double x, ref readonly Bx a)
    {
        a.M();
        return x * a.N;
    }

    static double A3<T>(double x, T a)
        where T : IHas
    {
        a.M();
        return x;
    }

    class H
    {
        public readonly Bx B;
        public double W;
        public double F(double x)
        {
            B.M();
            return x * B.N;
        }
    }

    readonly struct R
    {
        public readonly Bx B;
        public readonly double A;
        public R(double a)
        {
            A = a;
            B = new Bx
            {
                N = 3
            };
        }

        public double F(double x)
        {
            B.M();
            return x * B.N * A;
        }
    }

    readonly struct R2
    {
        readonly Bx b;
        public R2(int n)
        {
            b = new Bx
            {
                N = n
            };
        }

        public int F()
        {
            b.M();
            return b.N;
        }
    }

    [Differentiable]
    [At(1.5)]
    public static double InParameter(double x)
    {
        var b = new Bx();
        return A1(x, in b) + b.N * x + x;
    }

    [Differentiable]
    [At(1.5)]
    public static double RefReadonlyParameter(double x)
    {
        var b = new Bx();
        return A2(x, in b) + b.N * x + x;
    }

    [Differentiable]
    [At(1.5)]
    public static double GenericByValue(double x)
    {
        var b = new Bx();
        return A3(x, b) + b.N * x;
    }

    [Differentiable]
    [At(1.5)]
    public static double ReadonlyFieldOfClass(double x)
    {
        var h = new H
        {
            W = x
        };
        return h.F(x) + h.B.N * x + h.W;
    }

    [Differentiable]
    [At(1.5)]
    public static double ReadonlyFieldOfClassDirect(double x)
    {
        var h = new H
        {
            W = x
        };
        h.B.M();
        return h.B.N * x + h.W;
    }

    [Differentiable]
    [At(1.5)]
    public static double ReadonlyFieldOfStruct(double x)
    {
        var h = new R(x);
        return h.F(x) + h.B.N * x + h.A;
    }

    [Differentiable]
    [At(1.5)]
    public static double ReadonlyFieldOfStructDirect(double x)
    {
        var h = new R(x);
        h.B.M();
        return h.B.N * x + h.A;
    }

    [Differentiable]
    [At(1.5)]
    public static double ReadonlyFieldOfInactive(double x)
    {
        var h = new R2(3);
        return x * h.F() + x;
    }

    [Differentiable]
    [At(1.5)]
    public static double PropertyCopy(double x)
    {
        Bx b = default;
        b.Me.M();
        return x * b.N + x;
    }

    [Differentiable]
    [At(1.5)]
    public static double RefReadonlyLocal(double x)
    {
        Bx b = default;
        ref readonly var r = ref b;
        r.M();
        return x * b.N + x;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.5)]
    public static double RefReadonlyForeach(double x)
    {
        var a = new Bx[2];
        foreach (ref readonly var r in a.AsSpan())
            r.M();
        ReadOnlySpan<Bx> s = a;
        s[0].M();
        return x * a[0].N + x;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(1.5)]
    public static double UsingForeach(double x)
    {
        var a = new Bx[2];
        double s = x;
        foreach (var z in a)
        {
            z.M();
            s += z.N * x;
        }

        return s;
    }
}
