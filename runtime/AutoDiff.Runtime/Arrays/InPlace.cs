namespace AutoDiff;

/// <summary>Changes in place that the tape makes itself or that were checked.</summary>
static class InPlace
{
    /// <summary>Overwrites <paramref name="target"/>. The shapes are equal; overlapping arrays behave as if the source were copied first.</summary>
    internal static void Assign<T>(NDArray<T> target, NDArray<T> source)
    {
        if (source.SharesStorage(target)) source = Strided.Copy(source);
        Strided.Copy(source, target);
        target.MarkChanged();
    }

    /// <summary>
    /// Overwrites <paramref name="target"/>, an array of its own, with one that nobody else has. Where both lie in buffers of the pool these are exchanged, and
    /// nothing is copied.
    /// </summary>
    internal static void Take<T>(NDArray<T> target, NDArray<T> source)
    {
        if (!target.Exchange(source)) Strided.Copy(source, target);
        target.MarkChanged();
    }

    /// <summary>Adds to <paramref name="target"/>. The shapes are equal; overlapping arrays behave as if the source were copied first.</summary>
    internal static void Add<T>(NDArray<T> target, NDArray<T> source)
    {
        if (target.Layout.IsContiguous && source.Layout.IsContiguous && (!source.SharesStorage(target) || source.Span == target.Span))
        {
            Arithmetic<Addition, T>.Invoke(target.Span, source.Span, target.Span);
            target.MarkChanged();
            return;
        }
        if (source.SharesStorage(target)) source = Strided.Copy(source);
        if (target.Size > 0) AddRows(target, source);
        target.MarkChanged();
    }

    static void AddRows<T>(NDArray<T> target, NDArray<T> source)
    {
        Rows rows = new(target.Layout.Shape, target.Layout.Strides, source.Layout.Strides);
        Span<T> to = target.Memory;
        ReadOnlySpan<T> from = source.Memory;
        T[] gathered = rows.Stride0 == 1 && rows.Stride1 == 1 ? [] : new T[rows.Length * 2];
        while (rows.Next())
        {
            if (gathered.Length == 0)
            {
                Span<T> row = to.Slice(rows.Offset0, rows.Length);
                Arithmetic<Addition, T>.Invoke(row, from.Slice(rows.Offset1, rows.Length), row);
                continue;
            }
            Span<T> sums = gathered.AsSpan(0, rows.Length), addends = gathered.AsSpan(rows.Length);
            Strided.CopyRow(to[rows.Offset0..], rows.Stride0, sums, 1, rows.Length);
            Strided.CopyRow(from[rows.Offset1..], rows.Stride1, addends, 1, rows.Length);
            Arithmetic<Addition, T>.Invoke(sums, addends, sums);
            Strided.CopyRow<T>(sums, 1, to[rows.Offset0..], rows.Stride0, rows.Length);
        }
    }
}
