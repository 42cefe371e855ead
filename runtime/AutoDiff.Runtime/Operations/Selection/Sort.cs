namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The elements along an axis in rising order, NaN last; equals keep their order.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="descending">Whether the order is falling: NaN first, equals still as they were.</param>
    /// <returns>A new array of the same shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Sort(int axis = -1, bool descending = false) => GatherAlong(ArgSort(axis, descending), axis);

    /// <summary>The places that the elements of <see cref="Sort"/> come from.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="descending">Whether the order is falling.</param>
    /// <returns>A new array of the same shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<int> ArgSort(int axis = -1, bool descending = false)
    {
        axis = Shapes.Axis(axis, Shape, "ArgSort");
        return Ranking(axis, Layout.Shape[axis], descending, "ArgSort");
    }

    /// <summary>The largest elements along an axis, from the largest on; NaN counts as larger than all, and of equals the first comes first.</summary>
    /// <param name="count">How many.</param>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>The elements, and their places along the axis.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis, or it does not have so many elements.</exception>
    public (NDArray<TElement> Values, NDArray<int> Indices) TopK(int count, int axis = -1)
    {
        axis = Shapes.Axis(axis, Shape, "TopK");
        if (count < 0 || count > Layout.Shape[axis])
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"TopK: axis {axis} of an array of shape {Shapes.Text(Shape)} has {Layout.Shape[axis]} elements.");
        NDArray<int> indices = Ranking(axis, count, descending: true, "TopK");
        return (GatherAlong(indices, axis), indices);
    }

    /// <summary>The places of the first elements along an axis in order.</summary>
    NDArray<int> Ranking(int axis, int count, bool descending, string operation)
    {
        NDArray<TElement> rows = Detach().SwapAxes(axis, -1).Contiguous();
        int length = Layout.Shape[axis];
        int[] shape = [.. rows.Shape];
        shape[^1] = count;
        NDArray<int> result = NDArray<int>.Uninitialized(Layout.Of(shape));
        if (typeof(TElement) == typeof(float)) Ordering.Fill<float>(Element.As<TElement, float>(rows.Span), length, result.Span, count, descending);
        else if (typeof(TElement) == typeof(double)) Ordering.Fill<double>(Element.As<TElement, double>(rows.Span), length, result.Span, count, descending);
        else if (typeof(TElement) == typeof(int)) Ordering.Fill<int>(Element.As<TElement, int>(rows.Span), length, result.Span, count, descending);
        else throw Element.Unsupported<TElement>(operation);
        return result.SwapAxes(axis, -1).Contiguous();
    }
}

/// <summary>Orders rows of numbers. NaN counts as larger than all, equals by their place.</summary>
static class Ordering
{
    internal static void Fill<T>(ReadOnlySpan<T> x, int length, Span<int> result, int count, bool descending) where T : unmanaged, System.Numerics.INumber<T>
    {
        ulong[] keys = new ulong[length];
        int[] places = new int[length];
        for (int start = 0, to = 0; to < result.Length; start += length, to += count)
        {
            for (int i = 0; i < length; i++)
            {
                ulong key = Key(double.CreateTruncating(x[start + i]));
                (keys[i], places[i]) = (descending ? ~key : key, i);
            }
            Array.Sort(keys, places);
            SortEquals(keys, places);
            places.AsSpan(0, count).CopyTo(result[to..]);
        }
    }

    /// <summary>A whole number that is ordered as the numbers are.</summary>
    static ulong Key(double x)
    {
        if (double.IsNaN(x)) return ulong.MaxValue;
        long bits = BitConverter.DoubleToInt64Bits(x + 0.0); // -0 and 0 are equal
        return (ulong)(bits < 0 ? ~bits : bits | long.MinValue);
    }

    /// <summary>Puts the places of equal keys in order, which the sort leaves in any.</summary>
    static void SortEquals(ulong[] keys, int[] places)
    {
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start];) end++;
            if (end - start > 1) Array.Sort(places, start, end - start);
        }
    }
}
