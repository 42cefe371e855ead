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
}
