using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Benchmarks;

/// <summary>The fused multiplications and additions that one core can do, in the widest vectors it has: nothing is read or written.</summary>
internal static class Peak
{
    private const int Rounds = 20_000;

    private const int Chains = 12;

    /// <summary>The floating-point operations of a call.</summary>
    public static double Operations<T>() => 2.0 * Rounds * Chains * (Vector512.IsHardwareAccelerated ? Vector512<T>.Count : Vector256<T>.Count);

    public static float Single() => Run(0.5f, 0.1f);

    public static double Double() => Run(0.5, 0.1);

    private static T Run<T>(T x, T y) =>
        Vector512.IsHardwareAccelerated ? Run(Vector512.Create(x), Vector512.Create(y)) : Run(Vector256.Create(x), Vector256.Create(y));

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static T Run<T>(Vector512<T> x, Vector512<T> y)
    {
        Vector512<T> s0 = y, s1 = y, s2 = y, s3 = y, s4 = y, s5 = y, s6 = y, s7 = y, s8 = y, s9 = y, s10 = y, s11 = y;
        for (int i = 0; i < Rounds; i++)
        {
            s0 = Fused.MultiplyAdd(s0, x, y);
            s1 = Fused.MultiplyAdd(s1, x, y);
            s2 = Fused.MultiplyAdd(s2, x, y);
            s3 = Fused.MultiplyAdd(s3, x, y);
            s4 = Fused.MultiplyAdd(s4, x, y);
            s5 = Fused.MultiplyAdd(s5, x, y);
            s6 = Fused.MultiplyAdd(s6, x, y);
            s7 = Fused.MultiplyAdd(s7, x, y);
            s8 = Fused.MultiplyAdd(s8, x, y);
            s9 = Fused.MultiplyAdd(s9, x, y);
            s10 = Fused.MultiplyAdd(s10, x, y);
            s11 = Fused.MultiplyAdd(s11, x, y);
        }
        return Vector512.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static T Run<T>(Vector256<T> x, Vector256<T> y)
    {
        Vector256<T> s0 = y, s1 = y, s2 = y, s3 = y, s4 = y, s5 = y, s6 = y, s7 = y, s8 = y, s9 = y, s10 = y, s11 = y;
        for (int i = 0; i < Rounds; i++)
        {
            s0 = Fused.MultiplyAdd(s0, x, y);
            s1 = Fused.MultiplyAdd(s1, x, y);
            s2 = Fused.MultiplyAdd(s2, x, y);
            s3 = Fused.MultiplyAdd(s3, x, y);
            s4 = Fused.MultiplyAdd(s4, x, y);
            s5 = Fused.MultiplyAdd(s5, x, y);
            s6 = Fused.MultiplyAdd(s6, x, y);
            s7 = Fused.MultiplyAdd(s7, x, y);
            s8 = Fused.MultiplyAdd(s8, x, y);
            s9 = Fused.MultiplyAdd(s9, x, y);
            s10 = Fused.MultiplyAdd(s10, x, y);
            s11 = Fused.MultiplyAdd(s11, x, y);
        }
        return Vector256.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11);
    }
}
