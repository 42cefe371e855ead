namespace AutoDiff;

/// <summary>A part of an array as a view: for each axis one place, which drops it, or evenly spaced ones.</summary>
/// <typeparam name="T">The element type.</typeparam>
sealed class Part<T> : Selection<T>
{
    readonly int[] _starts; // one for each axis of the source
    readonly int[] _steps; // 0 for a dropped axis
    readonly int[] _shape;

    Part(string operation, int[] starts, int[] steps, int[] shape) : base(operation) => (_starts, _steps, _shape) = (starts, steps, shape);

    /// <summary>The part between the brackets; axes that are not mentioned are kept whole.</summary>
    /// <exception cref="ArgumentException">There are more indices than axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is not on its axis.</exception>
    internal static Part<T> At(ReadOnlySpan<int> shape, ReadOnlySpan<ArrayIndex> indices)
    {
        if (indices.Length > shape.Length)
            throw new ArgumentException($"Index: an array of shape {Shapes.Text(shape)} has {shape.Length} axes, not {indices.Length}.", nameof(indices));
        int dropped = 0;
        foreach (ArrayIndex index in indices)
            if (!index.IsRange) dropped++;
        int[] starts = new int[shape.Length];
        int[] steps = new int[shape.Length];
        int[] lengths = new int[shape.Length - dropped];
        int kept = 0;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            ArrayIndex index = axis < indices.Length ? indices[axis] : Range.All;
            (starts[axis], int length) = index.On(axis, shape, "Index");
            if (!index.IsRange) continue;
            steps[axis] = 1;
            lengths[kept++] = length;
        }
        return new("Index", starts, steps, lengths);
    }

    /// <summary>Every <paramref name="step"/>th place of a part of one axis.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not on the axis.</exception>
    internal static Part<T> Along(ReadOnlySpan<int> shape, int axis, Range range, int step)
    {
        int[] starts = new int[shape.Length];
        int[] steps = new int[shape.Length];
        int[] lengths = shape.ToArray();
        Array.Fill(steps, 1);
        (starts[axis], int length) = ((ArrayIndex)range).On(axis, shape, "Slice");
        steps[axis] = step;
        lengths[axis] = (int)(((long)length + step - 1) / step);
        return new("Slice", starts, steps, lengths);
    }

    /// <summary>A box of the lengths <paramref name="lengths"/>.</summary>
    internal static Part<T> Box(string operation, int[] starts, int[] lengths)
    {
        int[] steps = new int[starts.Length];
        Array.Fill(steps, 1);
        return new(operation, starts, steps, lengths);
    }

    /// <summary>The part of an array of the shape it was made for, as a view that is not recorded.</summary>
    internal NDArray<T> Of(NDArray<T> source)
    {
        int[] strides = new int[_shape.Length];
        int offset = 0, kept = 0;
        for (int axis = 0; axis < _starts.Length; axis++)
        {
            int stride = source.Layout.Strides[axis];
            offset += _starts[axis] * stride;
            if (_steps[axis] > 0) strides[kept++] = stride * _steps[axis];
        }
        Layout layout = Layout.Strided(_shape, strides);
        return source.View(layout, layout.Size == 0 ? 0 : offset); // behind the last element there is no place
    }

    protected override NDArray<T> From(NDArray<T> source) => Of(source);

    protected override void AddTo(NDArray<T> target, NDArray<T> values) => InPlace.Add(Of(target), values);
}
