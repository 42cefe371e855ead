namespace AutoDiff;

public static partial class NDArray
{
    /// <summary>Arrays one behind the other along an axis.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="arrays">At least one array; the lengths of the other axes are equal.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">There is no array, or the shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The arrays have no such axis.</exception>
    public static NDArray<T> Concatenate<T>(int axis, params ReadOnlySpan<NDArray<T>> arrays) => Joined("Concatenate", axis, arrays);

    /// <summary>Arrays of one shape side by side along a new axis.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="axis">The place of the new axis in the result; negative from the end.</param>
    /// <param name="arrays">At least one array.</param>
    /// <returns>A new array with one axis more than each of them.</returns>
    /// <exception cref="ArgumentException">There is no array, or the shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The result has no such axis.</exception>
    public static NDArray<T> Stack<T>(int axis, params ReadOnlySpan<NDArray<T>> arrays)
    {
        NDArray<T>[] layers = new NDArray<T>[arrays.Length];
        for (int i = 0; i < layers.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(arrays[i], nameof(arrays));
            if (!arrays[i].Layout.HasShapeOf(arrays[0].Layout)) throw Misfit("Stack", arrays[0], arrays[i]);
            layers[i] = arrays[i].ExpandDims(axis);
        }
        return Joined<T>("Stack", axis, layers);
    }

    static NDArray<T> Joined<T>(string operation, int axis, ReadOnlySpan<NDArray<T>> arrays)
    {
        if (arrays.IsEmpty) throw new ArgumentException($"{operation}: there is no array.", nameof(arrays));
        ArgumentNullException.ThrowIfNull(arrays[0], nameof(arrays));
        int[] shape = [.. arrays[0].Shape];
        axis = Shapes.Axis(axis, shape, operation);
        int[] ends = new int[arrays.Length];
        int end = 0;
        for (int i = 0; i < arrays.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(arrays[i], nameof(arrays));
            ReadOnlySpan<int> other = arrays[i].Shape;
            if (other.Length != shape.Length || !other[..axis].SequenceEqual(shape.AsSpan(0, axis)) || !other[(axis + 1)..].SequenceEqual(shape.AsSpan(axis + 1)))
                throw Misfit(operation, arrays[0], arrays[i]);
            ends[i] = end = checked(end + other[axis]);
        }
        shape[axis] = end;

        NDArray<T> result = New<T>(shape);
        for (int i = 0; i < arrays.Length; i++) Strided.Copy(arrays[i], Piece(result, i));
        return Tape.Record(result, operation, arrays, Piece);

        NDArray<T> Piece(NDArray<T> joined, int i) => joined.Slice(axis, (i == 0 ? 0 : ends[i - 1])..ends[i]);
    }

    static ArgumentException Misfit<T>(string operation, NDArray<T> first, NDArray<T> other) =>
        new($"{operation}: arrays of shape {Shapes.Text(first.Shape)} and {Shapes.Text(other.Shape)} do not fit together.");
}
