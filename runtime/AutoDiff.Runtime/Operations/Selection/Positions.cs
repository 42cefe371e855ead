namespace AutoDiff;

/// <summary>Places that a user passes in an array, as indices or as a mask.</summary>
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

    /// <summary>Where a mask is true.</summary>
    internal static int[] WhereTrue(ReadOnlySpan<bool> mask)
    {
        int[] places = new int[mask.Count(true)];
        int count = 0;
        for (int i = 0; i < mask.Length; i++)
            if (mask[i]) places[count++] = i;
        return places;
    }
}
