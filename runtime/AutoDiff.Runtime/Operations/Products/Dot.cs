namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>
    /// The product over the last axis of this array and the first axis of the other, as MXNet's <c>dot</c>: of two arrays with one axis the inner
    /// product, of two matrices the matrix product.
    /// </summary>
    /// <param name="other">The right operand.</param>
    /// <returns>A new array with the other axes of both; without axes for an inner product.</returns>
    /// <exception cref="ArgumentException">The axes differ in length, or an operand has no axes.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> Dot(NDArray<TElement> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Rank == 0 || other.Rank == 0 || Layout.Shape[^1] != other.Layout.Shape[0]) throw Contraction.Unfit("Dot", this, other);
        if (Rank == 2 && other.Rank == 2) return Contraction.Apply("Dot", this, other);
        int inner = other.Layout.Shape[0];
        ReadOnlySpan<int> rows = Shape[..^1], columns = other.Shape[1..];
        NDArray<TElement> left = Rank == 2 ? this : Reshape(Shapes.Count(rows), inner);
        NDArray<TElement> right = other.Rank == 2 ? other : other.Reshape(inner, Shapes.Count(columns));
        return Contraction.Apply("Dot", left, right).Reshape([.. rows, .. columns]);
    }
}
