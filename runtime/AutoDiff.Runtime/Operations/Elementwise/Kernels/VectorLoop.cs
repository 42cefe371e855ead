using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>
/// Applies a vector function to spans of <see cref="double"/> or <see cref="float"/>. An element has the same bits wherever it stands, for what does
/// not fill a vector is computed in a vector too. <see cref="float"/> is computed in double precision and rounded once, half a
/// unit in the last place, unless the function has its own version.
/// </summary>
/// <typeparam name="TFunction">The function.</typeparam>
static class VectorLoop<TFunction> where TFunction : struct, IVectorFunction
{
    /// <summary>Writes the function of each element; the spans are equal or do not overlap.</summary>
    internal static void Run<T>(ReadOnlySpan<T> x, Span<T> result)
    {
        if (typeof(T) == typeof(double)) Run(Element.As<T, double>(x), Element.As<T, double>(result));
        else Run(Element.As<T, float>(x), Element.As<T, float>(result));
    }

    [MethodImpl(Compiled.ByItself)] // as in Lanes
    static void Run(ReadOnlySpan<double> x, Span<double> result)
    {
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double to = ref MemoryMarshal.GetReference(result);
        int i = 0;
        for (; i <= x.Length - 8; i += 8) TFunction.Invoke(Vector512.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        if (i < x.Length) Lanes.Store(TFunction.Invoke(Lanes.Load(x[i..])), result[i..]);
    }

    [MethodImpl(Compiled.ByItself)]
    static void Run(ReadOnlySpan<float> x, Span<float> result)
    {
        ref float from = ref MemoryMarshal.GetReference(x);
        ref float to = ref MemoryMarshal.GetReference(result);
        int i = 0;
        if (TFunction.HasSingle)
        {
            for (; i <= x.Length - 16; i += 16) TFunction.Invoke(Vector512.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
            if (i < x.Length) Lanes.Store(TFunction.Invoke(Lanes.Load(x[i..])), result[i..]);
            return;
        }
        for (; i <= x.Length - 8; i += 8) Lanes.Narrow(TFunction.Invoke(Lanes.Widen(Vector256.LoadUnsafe(ref from, (nuint)i)))).StoreUnsafe(ref to, (nuint)i);
        if (i < x.Length) Lanes.Store(Lanes.Narrow(TFunction.Invoke(Lanes.Widen(Lanes.Load(x[i..]).GetLower()))).ToVector512(), result[i..]);
    }
}
