using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>Four windows of two by two at a time, without the branches that a processor cannot foresee.</summary>
static class PairsOfFloats
{
    internal const int Count = 4;

    /// <summary>The maxima, and if <paramref name="places"/> is not empty, where the first of them is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Take(ReadOnlySpan<float> upper, ReadOnlySpan<float> lower, int place, int width, Span<float> result, Span<int> places)
    {
        (Vector128<float> largest, Vector128<float> next) = Columns(upper);
        (Vector128<float> third, Vector128<float> fourth) = Columns(lower);
        Vector128<int> at = Vector128.Create(place) + Vector128.Create(0, 2, 4, 6), best = at;
        Larger(next, at + Vector128<int>.One, ref largest, ref best);
        Larger(third, at + Vector128.Create(width), ref largest, ref best);
        Larger(fourth, at + Vector128.Create(width + 1), ref largest, ref best);
        largest.CopyTo(result);
        if (places.Length > 0) best.CopyTo(places);
    }

    /// <summary>The even and the odd elements: the lower and the upper halves of pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (Vector128<float> Even, Vector128<float> Odd) Columns(ReadOnlySpan<float> row)
    {
        Vector128<ulong> first = Vector128.Create(row).AsUInt64(), second = Vector128.Create(row[Count..]).AsUInt64();
        Vector128<float> low = Vector128.Narrow(first, second).AsSingle(), high = Vector128.Narrow(first >>> 32, second >>> 32).AsSingle();
        return BitConverter.IsLittleEndian ? (low, high) : (high, low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Larger(Vector128<float> value, Vector128<int> at, ref Vector128<float> largest, ref Vector128<int> best)
    {
        Vector128<float> isLarger = Vector128.GreaterThan(value, largest) | Vector128.AndNot(Vector128.IsNaN(value), Vector128.IsNaN(largest));
        largest = Vector128.ConditionalSelect(isLarger, value, largest);
        best = Vector128.ConditionalSelect(isLarger.AsInt32(), at, best);
    }

    /// <summary>Each gradient at its place in a plane, and zeros elsewhere.</summary>
    [MethodImpl(Compiled.ByItself)]
    internal static void Give(ReadOnlySpan<float> gradient, ReadOnlySpan<int> places, Span<float> plane, PoolingShape shape)
    {
        (int width, int columns) = (shape.Width, shape.OutputWidth);
        for (int i = 0; i < shape.OutputHeight; i++)
        {
            int start = 2 * i * width;
            for (int j = 0; j < columns; j += Count)
            {
                j = Math.Min(j, columns - Count); // what is written twice comes out the same
                Vector128<float> from = Vector128.LoadUnsafe(in gradient[i * columns + j]);
                Vector128<int> place = Vector128.LoadUnsafe(in places[i * columns + j]), at = Vector128.Create(start + 2 * j) + Vector128.Create(0, 2, 4, 6);
                Store(from, place, at, plane.Slice(start + 2 * j, 2 * Count));
                Store(from, place, at + Vector128.Create(width), plane.Slice(start + width + 2 * j, 2 * Count));
            }
            if (2 * columns == width) continue;
            plane[start + 2 * columns] = 0;
            plane[start + width + 2 * columns] = 0;
        }
        plane[(2 * shape.OutputHeight * width)..].Clear();
    }

    /// <summary>Four gradients in a row: each at the first or the second of its two columns, or at neither.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store(Vector128<float> from, Vector128<int> place, Vector128<int> at, Span<float> row)
    {
        Vector128<float> even = from & Vector128.Equals(place, at).AsSingle(), odd = from & Vector128.Equals(place, at + Vector128<int>.One).AsSingle();
        Vector128<ulong> low = Pairs(even, odd, 0), high = Pairs(even, odd, 1);
        low.AsSingle().CopyTo(row);
        high.AsSingle().CopyTo(row[Count..]);
    }

    /// <summary>Neighbours from two vectors beside one another: of the lower or of the upper lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<ulong> Pairs(Vector128<float> even, Vector128<float> odd, int half)
    {
        (Vector128<ulong> evenLow, Vector128<ulong> evenHigh) = Vector128.Widen(even.AsUInt32());
        (Vector128<ulong> oddLow, Vector128<ulong> oddHigh) = Vector128.Widen(odd.AsUInt32());
        (Vector128<ulong> first, Vector128<ulong> second) = half == 0 ? (evenLow, oddLow) : (evenHigh, oddHigh);
        return BitConverter.IsLittleEndian ? first | (second << 32) : (first << 32) | second;
    }
}
