using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>What members and helpers give in a type that the expression takes on only there.</summary>
public static partial class ConvertedMembers
{
    static decimal Steps => 3;
    static uint Zero => 3;
    static long Big => 2000000000;
    static int? Opt => null;
    static (int A, string? B) Pair => (1, null);

    class Bs
    {
        public int N = 3;
    }

    class De : Bs
    {
        public new int N = 30;
    }

    static Bs Made => new De();

    struct S
    {
        public double W;
        public readonly ulong Bit() => 1;
        public readonly uint this[int i] => 3;
    }

    [Differentiable]
    [At(1.5)]
    public static double Decimal(double x) => x * (double)(Steps / 2);
    [Differentiable]
    [At(1.5)]
    public static double UInt(double x) => x * unchecked(Zero - 5);
    [Differentiable]
    [Allocates("the object that the member makes")]
    [At(1.5)]
    public static double Hidden(double x) => x * Made.N;
    [Differentiable]
    [At(1.5)]
    public static double Struct(double x)
    {
        var s = new S
        {
            W = x
        };
        return s.W * (s.Bit() << 40) + x * unchecked(s[1] - 5);
    }

    [Differentiable]
    [At(1.5)]
    public static double Local(double x)
    {
        decimal L() => 3;
        Func<uint> f = () => 3;
        return x * (double)(L() / 2) + x * unchecked(f() - 5);
    }

    [Differentiable]
    [At(1.5)]
    public static double Long(double x) => x * (Big * 2);
    [Differentiable]
    [At(1.5)]
    public static double Nullable(double x) => x * (Opt ?? 4);
    [Differentiable]
    [At(1.5)]
    public static double Tuple(double x) => x * Pair.A + (Pair.B == null ? x : 1);
}
