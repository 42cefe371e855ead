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
        return new Rearrangement<TElement>("Embedding", rows, 0, [.. index.Shape, .. Shape[1..]]).Apply(this);
    }
}
