namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The elements along an axis in rising order, NaN last; equals keep their order.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>A new array of the same shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Sort(int axis = -1) => GatherAlong(ArgSort(axis), axis);

    /// <summary>The places that the elements of <see cref="Sort"/> come from.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>A new array of the same shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<int> ArgSort(int axis = -1)
    {
        axis = Shapes.Axis(axis, Rank, "ArgSort");
        return Ranking(axis, Layout.Shape[axis], descending: false, "ArgSort");
    }

    /// <summary>The largest elements along an axis, from the largest on; NaN counts as larger than all, and of equals the first comes first.</summary>
    /// <param name="count">How many.</param>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>The elements, and their places along the axis.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis, or it does not have so many elements.</exception>
    public (NDArray<TElement> Values, NDArray<int> Indices) TopK(int count, int axis = -1)
    {
        axis = Shapes.Axis(axis, Rank, "TopK");
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
        if (typeof(TElement) == typeof(float)) Ordering<float>.Fill(Element.As<TElement, float>(rows.Span), length, result.Span, count, descending);
        else if (typeof(TElement) == typeof(double)) Ordering<double>.Fill(Element.As<TElement, double>(rows.Span), length, result.Span, count, descending);
        else if (typeof(TElement) == typeof(int)) Ordering<int>.Fill(Element.As<TElement, int>(rows.Span), length, result.Span, count, descending);
        else throw Element.Unsupported<TElement>(operation);
        return result.SwapAxes(axis, -1).Contiguous();
    }
}

/// <summary>Orders rows of numbers. NaN counts as larger than all, equals by their place.</summary>
/// <typeparam name="T">The element type.</typeparam>
static class Ordering<T> where T : unmanaged, System.Numerics.INumber<T>
{
    internal static void Fill(ReadOnlySpan<T> x, int length, Span<int> result, int count, bool descending)
    {
        (T Value, int Place)[] row = new (T, int)[length];
        for (int start = 0, to = 0; to < result.Length; start += length, to += count)
        {
            for (int i = 0; i < length; i++) row[i] = (x[start + i], i);
            if (descending) row.AsSpan().Sort(new Falling());
            else row.AsSpan().Sort(new Rising());
            for (int i = 0; i < count; i++) result[to + i] = row[i].Place;
        }
    }

    static int Compare(T x, T y)
    {
        if (x < y) return -1;
        if (x > y) return 1;
        if (x == y) return 0;
        return T.IsNaN(x).CompareTo(T.IsNaN(y));
    }

    readonly struct Rising : IComparer<(T Value, int Place)>
    {
        public int Compare((T Value, int Place) x, (T Value, int Place) y)
        {
            int order = Ordering<T>.Compare(x.Value, y.Value);
            return order != 0 ? order : x.Place.CompareTo(y.Place);
        }
    }

    readonly struct Falling : IComparer<(T Value, int Place)>
    {
        public int Compare((T Value, int Place) x, (T Value, int Place) y)
        {
            int order = Ordering<T>.Compare(y.Value, x.Value);
            return order != 0 ? order : x.Place.CompareTo(y.Place);
        }
    }
}
