using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>Windows of two by two beside one another, several at a time, without the branches that a processor cannot foresee.</summary>
static class PairsOfFloats
{
    /// <summary>Whether a plane has windows of this kind, and enough of them in a row.</summary>
    internal static bool Suit<T>(PoolingShape shape) =>
        typeof(T) == typeof(float) && (shape.Size, shape.Stride, shape.Padding) == (2, 2, 0) && shape.OutputWidth >= FourPairs.Count;

    /// <summary>The maxima of a plane, and if <paramref name="places"/> is not empty, where the first of them is.</summary>
    [MethodImpl(Compiled.ByItself)]
    internal static void Take(ReadOnlySpan<float> plane, Span<float> result, Span<int> places, PoolingShape shape)
    {
        (int width, int columns) = (shape.Width, shape.OutputWidth);
        plane = plane[..(2 * shape.OutputHeight * width)];
        result = result[..(shape.OutputHeight * columns)];
        bool hasPlaces = places.Length > 0, byEight = Vector512.IsHardwareAccelerated && columns >= EightPairs.Count;
        if (hasPlaces) places = places[..result.Length];
        ref float from = ref MemoryMarshal.GetReference(plane), to = ref MemoryMarshal.GetReference(result);
        ref int at = ref MemoryMarshal.GetReference(places);
        int last = columns - (byEight ? EightPairs.Count : FourPairs.Count);
        for (int i = 0; i < shape.OutputHeight; i++)
        {
            for (int j = 0; j < columns; j += columns - last)
            {
                j = Math.Min(j, last); // what is computed twice comes out the same
                int place = 2 * (i * width + j), window = i * columns + j;
                ref int first = ref Unsafe.Add(ref at, hasPlaces ? window : 0);
                if (byEight) EightPairs.Take(ref Unsafe.Add(ref from, place), width, place, ref Unsafe.Add(ref to, window), hasPlaces, ref first);
                else FourPairs.Take(ref Unsafe.Add(ref from, place), width, place, ref Unsafe.Add(ref to, window), hasPlaces, ref first);
            }
        }
    }

    /// <summary>Each gradient at its place in a plane, and zeros elsewhere.</summary>
    [MethodImpl(Compiled.ByItself)]
    internal static void Give(ReadOnlySpan<float> gradient, ReadOnlySpan<int> places, Span<float> plane, PoolingShape shape)
    {
        (int width, int columns) = (shape.Width, shape.OutputWidth);
        plane[(2 * shape.OutputHeight * width)..].Clear();
        gradient = gradient[..(shape.OutputHeight * columns)];
        bool byEight = Vector512.IsHardwareAccelerated && columns >= EightPairs.Count;
        ref float from = ref MemoryMarshal.GetReference(gradient), to = ref MemoryMarshal.GetReference(plane);
        ref int at = ref MemoryMarshal.GetReference(places[..gradient.Length]);
        int last = columns - (byEight ? EightPairs.Count : FourPairs.Count);
        for (int i = 0; i < shape.OutputHeight; i++)
        {
            for (int j = 0; j < columns; j += columns - last)
            {
                j = Math.Min(j, last);
                int place = 2 * (i * width + j), window = i * columns + j;
                if (byEight) EightPairs.Give(ref Unsafe.Add(ref from, window), ref Unsafe.Add(ref at, window), place, ref Unsafe.Add(ref to, place), width);
                else FourPairs.Give(ref Unsafe.Add(ref from, window), ref Unsafe.Add(ref at, window), place, ref Unsafe.Add(ref to, place), width);
            }
            if (2 * columns == width) continue;
            plane[2 * (i * width + columns)] = 0;
            plane[2 * (i * width + columns) + width] = 0;
        }
    }
}

/// <summary>Eight windows of two by two at a time. All lanes are computed, and those of the even columns hold the windows.</summary>
static class EightPairs
{
    internal const int Count = 8;

    static Vector512<int> Neighbours => Vector512.Create(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14);

    static Vector512<int> Even => Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 0, 2, 4, 6, 8, 10, 12, 14);

    static Vector512<int> Twice => Vector512.Create(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7);

    /// <summary>The maxima of windows beside one another, and if <paramref name="hasPlaces"/>, where the first of them is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Take(ref float upper, int width, int place, ref float result, bool hasPlaces, ref int places)
    {
        Vector512<float> largest = Vector512.LoadUnsafe(ref upper), lower = Vector512.LoadUnsafe(ref upper, (nuint)width);
        Vector512<int> best = Vector512.Create(place) + Vector512<int>.Indices, third = best + Vector512.Create(width);
        Larger(Vector512.Shuffle(largest, Neighbours), best + Vector512<int>.One, ref largest, ref best);
        Larger(lower, third, ref largest, ref best);
        Larger(Vector512.Shuffle(lower, Neighbours), third + Vector512<int>.One, ref largest, ref best);
        Vector512.Shuffle(largest, Even).GetLower().StoreUnsafe(ref result);
        if (hasPlaces) Vector512.Shuffle(best, Even).GetLower().StoreUnsafe(ref places);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Larger(Vector512<float> value, Vector512<int> at, ref Vector512<float> largest, ref Vector512<int> best)
    {
        Vector512<float> isLarger = ~Vector512.LessThanOrEqual(value, largest) & Vector512.Equals(largest, largest); // a number that is not one wins, the first one
        largest = Vector512.ConditionalSelect(isLarger, value, largest);
        best = Vector512.ConditionalSelect(isLarger.AsInt32(), at, best);
    }

    /// <summary>Each gradient at its place in the two rows of its window, and zeros elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Give(ref float gradient, ref int places, int place, ref float upper, int width)
    {
        Vector512<float> from = Vector512.Shuffle(Vector256.LoadUnsafe(ref gradient).ToVector512Unsafe(), Twice);
        Vector512<int> to = Vector512.Shuffle(Vector256.LoadUnsafe(ref places).ToVector512Unsafe(), Twice), at = Vector512.Create(place) + Vector512<int>.Indices;
        (from & Vector512.Equals(to, at).AsSingle()).StoreUnsafe(ref upper);
        (from & Vector512.Equals(to, at + Vector512.Create(width)).AsSingle()).StoreUnsafe(ref upper, (nuint)width);
    }
}

/// <summary>Four windows of two by two at a time. All lanes are computed, and those of the even columns hold the windows.</summary>
static class FourPairs
{
    internal const int Count = 4;

    static Vector256<int> Neighbours => Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6);

    static Vector256<int> Even => Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6);

    static Vector256<int> Twice => Vector256.Create(0, 0, 1, 1, 2, 2, 3, 3);

    /// <summary>The maxima of windows beside one another, and if <paramref name="hasPlaces"/>, where the first of them is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Take(ref float upper, int width, int place, ref float result, bool hasPlaces, ref int places)
    {
        Vector256<float> largest = Vector256.LoadUnsafe(ref upper), lower = Vector256.LoadUnsafe(ref upper, (nuint)width);
        Vector256<int> best = Vector256.Create(place) + Vector256<int>.Indices, third = best + Vector256.Create(width);
        Larger(Vector256.Shuffle(largest, Neighbours), best + Vector256<int>.One, ref largest, ref best);
        Larger(lower, third, ref largest, ref best);
        Larger(Vector256.Shuffle(lower, Neighbours), third + Vector256<int>.One, ref largest, ref best);
        Vector256.Shuffle(largest, Even).GetLower().StoreUnsafe(ref result);
        if (hasPlaces) Vector256.Shuffle(best, Even).GetLower().StoreUnsafe(ref places);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Larger(Vector256<float> value, Vector256<int> at, ref Vector256<float> largest, ref Vector256<int> best)
    {
        Vector256<float> isLarger = ~Vector256.LessThanOrEqual(value, largest) & Vector256.Equals(largest, largest); // a number that is not one wins, the first one
        largest = Vector256.ConditionalSelect(isLarger, value, largest);
        best = Vector256.ConditionalSelect(isLarger.AsInt32(), at, best);
    }

    /// <summary>Each gradient at its place in the two rows of its window, and zeros elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Give(ref float gradient, ref int places, int place, ref float upper, int width)
    {
        Vector256<float> from = Vector256.Shuffle(Vector128.LoadUnsafe(ref gradient).ToVector256Unsafe(), Twice);
        Vector256<int> to = Vector256.Shuffle(Vector128.LoadUnsafe(ref places).ToVector256Unsafe(), Twice), at = Vector256.Create(place) + Vector256<int>.Indices;
        (from & Vector256.Equals(to, at).AsSingle()).StoreUnsafe(ref upper);
        (from & Vector256.Equals(to, at + Vector256.Create(width)).AsSingle()).StoreUnsafe(ref upper, (nuint)width);
    }
}
