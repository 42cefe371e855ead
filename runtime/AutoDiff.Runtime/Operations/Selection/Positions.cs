namespace AutoDiff;

/// <summary>Indices that a user passes in an array.</summary>
static class Positions
{
    /// <summary>A copy of the indices, counted from the start.</summary>
    /// <param name="index">Indices; negative from the end.</param>
    /// <param name="shape">The shape of the array.</param>
    /// <param name="axis">The axis they belong to.</param>
    /// <param name="operation">The operation as messages name it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is not on the axis.</exception>
    internal static int[] Of(NDArray<int> index, ReadOnlySpan<int> shape, int axis, string operation)
    {
        ArgumentNullException.ThrowIfNull(index);
        int length = shape[axis];
        int[] positions = index.ToArray();
        foreach (ref int position in positions.AsSpan())
        {
            int fromStart = position < 0 ? position + length : position;
            if ((uint)fromStart >= (uint)length)
                throw new ArgumentOutOfRangeException(nameof(index), position, $"{operation}: axis {axis} of an array of shape {Shapes.Text(shape)} has no index {position}.");
            position = fromStart;
        }
        return positions;
    }
}
