namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>
    /// Places of an axis by number, in any order and any number of times, as NumPy's <c>take</c>. Of axis 0 of a matrix: an embedding.
    /// </summary>
    /// <param name="index">The places; negative from the end. The derivative reads them as they are now.</param>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>A new array, in whose shape that of the index stands in place of the axis.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis, or an index is not on it.</exception>
    public NDArray<TElement> Take(NDArray<int> index, int axis)
    {
        axis = Shapes.Axis(axis, Shape, "Take");
        int[] positions = Positions.Of(index, Shape, axis, "Take");
        int[] shape = [.. Layout.Shape[..axis], .. index.Shape, .. Layout.Shape[(axis + 1)..]];
        return new Rearrangement<TElement>("Take", positions, axis, shape).Apply(this);
    }
}
