namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The elements whose places on two axes differ by a number, as NumPy's <c>diagonal</c>.</summary>
    /// <param name="offset">The place on the second axis less that on the first one: 0 for the main diagonal, negative below it.</param>
    /// <param name="axis1">The first axis; negative from the end.</param>
    /// <param name="axis2">The second axis; negative from the end.</param>
    /// <returns>A view without the two axes and with a last one along the diagonal; without elements if the offset lies outside.</returns>
    /// <exception cref="ArgumentException">The two axes are the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Diagonal(int offset = 0, int axis1 = 0, int axis2 = 1)
    {
        int first = Shapes.Axis(axis1, Shape, "Diagonal"), second = Shapes.Axis(axis2, Shape, "Diagonal");
        if (first == second) throw new ArgumentException($"Diagonal: the axes {axis1} and {axis2} of an array of shape {Shapes.Text(Shape)} are the same.", nameof(axis2));
        return new DiagonalPart<TElement>(offset, first, second).Apply(this);
    }

    /// <summary>The sums along diagonals: of a matrix the trace.</summary>
    /// <param name="offset">The place on the second axis less that on the first one: 0 for the main diagonal, negative below it.</param>
    /// <param name="axis1">The first axis; negative from the end.</param>
    /// <param name="axis2">The second axis; negative from the end.</param>
    /// <returns>A new array without the two axes.</returns>
    /// <exception cref="ArgumentException">The two axes are the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Trace(int offset = 0, int axis1 = 0, int axis2 = 1) => Diagonal(offset, axis1, axis2).Sum(-1);
}

/// <summary>A diagonal as a view: one step on it is a step on both axes.</summary>
/// <typeparam name="T">The element type.</typeparam>
sealed class DiagonalPart<T>(int offset, int first, int second) : Selection<T>("Diagonal")
{
    protected override NDArray<T> From(NDArray<T> source)
    {
        Layout layout = source.Layout;
        int row = (int)Math.Min(Math.Max(-(long)offset, 0), layout.Shape[first]), column = Math.Min(Math.Max(offset, 0), layout.Shape[second]);
        int length = Math.Min(layout.Shape[first] - row, layout.Shape[second] - column);
        List<int> shape = [.. layout.Shape], strides = [.. layout.Strides];
        foreach (int axis in (int[])[Math.Max(first, second), Math.Min(first, second)])
        {
            shape.RemoveAt(axis);
            strides.RemoveAt(axis);
        }
        Layout diagonal = Layout.Strided([.. shape, length], [.. strides, layout.Strides[first] + layout.Strides[second]]);
        return source.View(diagonal, diagonal.Size == 0 ? 0 : row * layout.Strides[first] + column * layout.Strides[second]); // outside there is no place
    }

    protected override void AddTo(NDArray<T> target, NDArray<T> values) => InPlace.Add(From(target), values);
}
