namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The array with every element of an axis several times in a row: <c>aabbcc</c>.</summary>
    /// <param name="count">How often.</param>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis, or the number is negative.</exception>
    public NDArray<TElement> Repeat(int count, int axis)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        axis = Shapes.Axis(axis, Shape, "Repeat");
        int[] shape = Layout.Shape;
        int[] repeated = [.. shape];
        repeated[axis] = checked(shape[axis] * count);
        return ExpandDims(axis + 1).BroadcastTo([.. shape[..(axis + 1)], count, .. shape[(axis + 1)..]]).Reshape(repeated);
    }

    /// <summary>The array several times side by side along each axis: <c>abcabc</c>.</summary>
    /// <param name="counts">How often along each axis, counted from the last one; further axes in front are added where there are more numbers than axes.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public NDArray<TElement> Tile(params ReadOnlySpan<int> counts)
    {
        int rank = Math.Max(Rank, counts.Length);
        int[] separated = new int[rank * 2]; // each axis behind one for its copies
        int[] copied = new int[rank * 2];
        int[] tiled = new int[rank];
        for (int fromEnd = 1; fromEnd <= rank; fromEnd++)
        {
            int length = fromEnd <= Rank ? Layout.Shape[^fromEnd] : 1;
            int count = fromEnd <= counts.Length ? counts[^fromEnd] : 1;
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
            int axis = (rank - fromEnd) * 2;
            (separated[axis], separated[axis + 1]) = (1, length);
            (copied[axis], copied[axis + 1]) = (count, length);
            tiled[^fromEnd] = checked(length * count);
        }
        return Reshape(separated).BroadcastTo(copied).Reshape(tiled);
    }
}
