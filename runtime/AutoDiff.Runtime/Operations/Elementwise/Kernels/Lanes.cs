using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>A function of numbers that a processor computes in one or a few instructions, a vector at a time.</summary>
interface ILaneFunction
{
    static abstract Vector512<T> Invoke<T>(Vector512<T> x) where T : unmanaged, INumber<T>;
}

/// <inheritdoc cref="ILaneFunction"/>
interface ILanePairFunction
{
    static abstract Vector512<T> Invoke<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T>;
}

/// <summary>
/// Applies functions of vectors to spans. The loops are compiled with all optimisations when they are first met: before the runtime has found out that
/// they are hot, a large array would take a hundred times as long.
/// </summary>
static class Lanes
{
    /// <summary>Writes the function of each element; the spans are equal or do not overlap.</summary>
    [MethodImpl(Compiled.ByItself)]
    internal static void Run<TFunction, T>(ReadOnlySpan<T> x, Span<T> result)
        where TFunction : struct, ILaneFunction where T : unmanaged, INumber<T>
    {
        ref T from = ref MemoryMarshal.GetReference(x);
        ref T to = ref MemoryMarshal.GetReference(result);
        int i = 0;
        for (; i <= x.Length - Vector512<T>.Count; i += Vector512<T>.Count)
            TFunction.Invoke(Vector512.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        if (i < x.Length) Store(TFunction.Invoke(Load(x[i..])), result[i..]);
    }

    /// <summary>Writes the function of each pair of elements; an operand is equal to the result or does not overlap with it.</summary>
    [MethodImpl(Compiled.ByItself)]
    internal static void Run<TFunction, T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
        where TFunction : struct, ILanePairFunction where T : unmanaged, INumber<T>
    {
        x = x[..result.Length];
        y = y[..result.Length];
        ref T left = ref MemoryMarshal.GetReference(x);
        ref T right = ref MemoryMarshal.GetReference(y);
        ref T to = ref MemoryMarshal.GetReference(result);
        int i = 0;
        for (; i <= result.Length - Vector512<T>.Count; i += Vector512<T>.Count)
            TFunction.Invoke(Vector512.LoadUnsafe(ref left, (nuint)i), Vector512.LoadUnsafe(ref right, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        if (i < result.Length) Store(TFunction.Invoke(Load(x[i..]), Load(y[i..])), result[i..]);
    }

    /// <summary>The same with one number on the right.</summary>
    [MethodImpl(Compiled.ByItself)]
    internal static void Run<TFunction, T>(ReadOnlySpan<T> x, T y, Span<T> result)
        where TFunction : struct, ILanePairFunction where T : unmanaged, INumber<T>
    {
        x = x[..result.Length];
        ref T left = ref MemoryMarshal.GetReference(x);
        ref T to = ref MemoryMarshal.GetReference(result);
        Vector512<T> right = Vector512.Create(y);
        int i = 0;
        for (; i <= result.Length - Vector512<T>.Count; i += Vector512<T>.Count)
            TFunction.Invoke(Vector512.LoadUnsafe(ref left, (nuint)i), right).StoreUnsafe(ref to, (nuint)i);
        if (i < result.Length) Store(TFunction.Invoke(Load(x[i..]), right), result[i..]);
    }

    /// <summary>The same with one number on the left.</summary>
    [MethodImpl(Compiled.ByItself)]
    internal static void Run<TFunction, T>(T x, ReadOnlySpan<T> y, Span<T> result)
        where TFunction : struct, ILanePairFunction where T : unmanaged, INumber<T>
    {
        y = y[..result.Length];
        ref T right = ref MemoryMarshal.GetReference(y);
        ref T to = ref MemoryMarshal.GetReference(result);
        Vector512<T> left = Vector512.Create(x);
        int i = 0;
        for (; i <= result.Length - Vector512<T>.Count; i += Vector512<T>.Count)
            TFunction.Invoke(left, Vector512.LoadUnsafe(ref right, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        if (i < result.Length) Store(TFunction.Invoke(left, Load(y[i..])), result[i..]);
    }

    /// <summary>Fewer elements than a vector has; the other lanes are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Load<T>(ReadOnlySpan<T> from)
    {
        Vector512<T> vector = default;
        ref T lanes = ref Unsafe.As<Vector512<T>, T>(ref vector);
        for (int i = 0; i < from.Length; i++) Unsafe.Add(ref lanes, i) = from[i];
        return vector;
    }

    /// <summary>The first lanes of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store<T>(Vector512<T> vector, Span<T> to)
    {
        ref T lanes = ref Unsafe.As<Vector512<T>, T>(ref vector);
        for (int i = 0; i < to.Length; i++) to[i] = Unsafe.Add(ref lanes, i);
    }

    /// <summary>x, and 0 where the condition holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> ZeroWhere<T>(Vector512<T> condition, Vector512<T> x) => Vector512.AndNot(x, condition);

    /// <summary>The same numbers in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Widen(Vector256<float> x)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
        return Vector512.Create(lower, upper);
    }

    /// <summary>The numbers rounded to single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Narrow(Vector512<double> x) => Vector256.Narrow(x.GetLower(), x.GetUpper());
}
