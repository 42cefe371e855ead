using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>A function of two real numbers, eight pairs at a time.</summary>
interface IVectorPairFunction
{
    static abstract Vector512<double> Invoke(Vector512<double> x, Vector512<double> y);
}

/// <summary>Applies a vector function to pairs of <see cref="double"/> or <see cref="float"/>, as <see cref="VectorLoop{TFunction}"/>.</summary>
/// <typeparam name="TFunction">The function.</typeparam>
static class VectorPairLoop<TFunction> where TFunction : struct, IVectorPairFunction
{
    internal static void Run<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged =>
        Run(x[..result.Length], 1, y[..result.Length], 1, result);

    internal static void Run<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged
    {
        Span<T> same = stackalloc T[8];
        same.Fill(y);
        Run(x[..result.Length], 1, same, 0, result);
    }

    internal static void Run<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged
    {
        Span<T> same = stackalloc T[8];
        same.Fill(x);
        Run(same, 0, y[..result.Length], 1, result);
    }

    /// <summary>A step of 0 takes the same eight elements every time.</summary>
    [MethodImpl(Compiled.ByItself)] // as in Lanes
    static void Run<T>(ReadOnlySpan<T> x, int xStep, ReadOnlySpan<T> y, int yStep, Span<T> result)
    {
        ref T left = ref MemoryMarshal.GetReference(x);
        ref T right = ref MemoryMarshal.GetReference(y);
        ref T to = ref MemoryMarshal.GetReference(result);
        int i = 0;
        for (; i <= result.Length - 8; i += 8)
        {
            Vector512<double> value = TFunction.Invoke(At(ref left, i * xStep), At(ref right, i * yStep));
            if (typeof(T) == typeof(double)) value.StoreUnsafe(ref Unsafe.As<T, double>(ref to), (nuint)i);
            else Lanes.Narrow(value).StoreUnsafe(ref Unsafe.As<T, float>(ref to), (nuint)i);
        }
        if (i == result.Length) return;
        Vector512<double> last = TFunction.Invoke(Last(x[(i * xStep)..]), Last(y[(i * yStep)..]));
        if (typeof(T) == typeof(double)) Lanes.Store(last, Element.As<T, double>(result[i..]));
        else Lanes.Store(Lanes.Narrow(last).ToVector512(), Element.As<T, float>(result[i..]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> At<T>(ref T from, int i) => typeof(T) == typeof(double)
        ? Vector512.LoadUnsafe(ref Unsafe.As<T, double>(ref from), (nuint)i)
        : Lanes.Widen(Vector256.LoadUnsafe(ref Unsafe.As<T, float>(ref from), (nuint)i));

    static Vector512<double> Last<T>(ReadOnlySpan<T> from) => typeof(T) == typeof(double)
        ? Lanes.Load(Element.As<T, double>(from))
        : Lanes.Widen(Lanes.Load(Element.As<T, float>(from)).GetLower());
}
