namespace AutoDiff;

/// <summary>Copies between arrays of one shape, however their elements lie.</summary>
static class Strided
{
    /// <summary>A new row-major array of the same elements.</summary>
    internal static NDArray<T> Copy<T>(NDArray<T> source)
    {
        NDArray<T> result = NDArray<T>.Uninitialized(source.Layout);
        Copy(source, result);
        return result;
    }

    /// <summary>Copies element by element. The shapes are equal and the arrays do not overlap.</summary>
    internal static void Copy<T>(NDArray<T> source, NDArray<T> destination)
    {
        if (source.Layout.IsContiguous && destination.Layout.IsContiguous)
        {
            source.Span.CopyTo(destination.Span);
            return;
        }
        if (source.Size == 0) return;
        ReadOnlySpan<T> from = source.Memory;
        Span<T> to = destination.Memory;
        Rows rows = new(source.Layout.Shape, source.Layout.Strides, destination.Layout.Strides);
        while (rows.Next()) CopyRow(from[rows.Offset0..], rows.Stride0, to[rows.Offset1..], rows.Stride1, rows.Length);
    }

    /// <summary>Copies <paramref name="length"/> elements that lie <paramref name="fromStride"/> apart to where they lie <paramref name="toStride"/> apart.</summary>
    internal static void CopyRow<T>(ReadOnlySpan<T> from, int fromStride, Span<T> to, int toStride, int length)
    {
        if (fromStride == 1 && toStride == 1)
        {
            from[..length].CopyTo(to);
            return;
        }
        if (fromStride == 0 && toStride == 1)
        {
            to[..length].Fill(from[0]);
            return;
        }
        for (int i = 0; i < length; i++) to[i * toStride] = from[i * fromStride];
    }
}
