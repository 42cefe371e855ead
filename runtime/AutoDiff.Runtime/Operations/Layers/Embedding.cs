namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The rows of an index: this array, words × …, is the weight of the layer that MXNet calls <c>Embedding</c>.</summary>
    /// <param name="index">Which rows.</param>
    /// <returns>A new array, in which the row stands in place of each index. Rows that are taken more than once get the sum of the gradients.</returns>
    /// <exception cref="ArgumentException">This array has no axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public NDArray<TElement> Embedding(NDArray<int> index)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (Rank == 0) throw new ArgumentException("Embedding: a weight without axes has no rows.");
        int[] rows = index.ToArray(); // a copy: the derivative reads it later
        foreach (int row in rows)
        {
            if ((uint)row >= (uint)Layout.Shape[0])
                throw new ArgumentOutOfRangeException(nameof(index), row, $"Embedding: a weight of shape {Shapes.Text(Shape)} has no row {row}.");
        }
        return TakenRows.Take(this, rows, [.. index.Shape, .. Shape[1..]]);
    }
}

/// <summary>Taking rows and adding to rows, which are each other's derivative.</summary>
static class TakenRows
{
    const string Name = "Embedding";

    internal static NDArray<T> Take<T>(NDArray<T> weight, int[] rows, int[] shape)
    {
        NDArray<T> result = NDArray<T>.Uninitialized(Layout.Of(shape));
        int width = Shapes.Count(weight.Shape[1..]);
        ReadOnlySpan<T> from = weight.Contiguous().Span;
        Span<T> to = result.Span;
        for (int i = 0; i < rows.Length; i++) from.Slice(rows[i] * width, width).CopyTo(to[(i * width)..]);
        int[] weightShape = weight.Layout.Shape;
        return Tape.Record(result, Name, weight, gradient => Add(gradient, rows, weightShape));
    }

    static NDArray<T> Add<T>(NDArray<T> gradient, int[] rows, int[] weightShape)
    {
        NDArray<T> result = NDArray<T>.Zeros(Layout.Of(weightShape));
        int width = Shapes.Count(weightShape.AsSpan(1));
        ReadOnlySpan<T> from = gradient.Contiguous().Span;
        Span<T> to = result.Span;
        for (int i = 0; i < rows.Length; i++)
        {
            Span<T> row = to.Slice(rows[i] * width, width);
            Arithmetic<Addition, T>.Invoke(row, from.Slice(i * width, width), row);
        }
        int[] shape = gradient.Layout.Shape;
        return Tape.Record(result, Name, gradient, head => Take(head, rows, shape));
    }
}
