using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Optional parameters that may be missing.</summary>
public static partial class OptionalNullables
{
    static double H4(double x, int? w = 2) => x * (w ?? 3);
    static int K(int n = 2, int? m = 3) => n * m!.Value;
    [Differentiable]
    [At(1.5)]
    public static double F4(double x) => H4(x);
    [Differentiable]
    [At(1.5)]
    public static double F5(double x) => x * K() + x * K(m: 4) + x * K(5);
    [Differentiable]
    [At(1.5, 4)]
    public static double D1(double x, [NoGradient] int? n = 3) => x * (n ?? 1);
    [Differentiable]
    [At(1.5)]
    public static double F7(double x) => D1(x) * D1(x, 2);
    class C
    {
        public double W;
        public int? N;
        public C(double w, int? n = 3)
        {
            W = w;
            N = n;
        }

        public double F(double x, long? k = 2) => x * W * (k ?? 1) * (N ?? 1);
    }

    [Differentiable]
    [At(1.5)]
    public static double F8(double x)
    {
        var c = new C(x);
        return c.F(x) + new C(2, 2).F(x, 3);
    }

}
