namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>For each index the element at that place of the axis, elsewhere at the index's own place: NumPy's <c>take_along_axis</c>.</summary>
    /// <param name="index">The places, negative from the end, in the array's shape except for the length of the axis.</param>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>A new array of the index's shape.</returns>
    /// <exception cref="ArgumentException">The shape of the index does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis, or an index is not on it.</exception>
    public NDArray<TElement> GatherAlong(NDArray<int> index, int axis)
    {
        axis = Shapes.Axis(axis, Shape, "GatherAlong");
        int[] positions = Positions.Of(index, Shape, axis, "GatherAlong");
        int[] shape = index.Layout.Shape;
        bool fits = shape.Length == Rank;
        for (int other = 0; fits && other < Rank; other++) fits = other == axis || shape[other] == Layout.Shape[other];
        if (!fits)
            throw new ArgumentException(
                $"GatherAlong: an index of shape {Shapes.Text(shape)} does not fit axis {axis} of an array of shape {Shapes.Text(Shape)}.", nameof(index));
        return new Gather<TElement>("GatherAlong", positions, axis, shape[axis], shape).Apply(this);
    }

    /// <summary>One element along an axis for each index, such as the probability of each row's label.</summary>
    /// <param name="index">The places, negative from the end, in the array's shape without the axis.</param>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>A new array of the index's shape.</returns>
    /// <exception cref="ArgumentException">The shape of the index does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis, or an index is not on it.</exception>
    public NDArray<TElement> Pick(NDArray<int> index, int axis)
    {
        axis = Shapes.Axis(axis, Shape, "Pick");
        int[] positions = Positions.Of(index, Shape, axis, "Pick");
        int[] shape = [.. Layout.Shape[..axis], .. Layout.Shape[(axis + 1)..]];
        if (!index.Layout.HasShape(shape))
            throw new ArgumentException(
                $"Pick: along axis {axis} of an array of shape {Shapes.Text(Shape)} the index has the shape {Shapes.Text(shape)}, " +
                $"not {Shapes.Text(index.Shape)}.", nameof(index));
        return new Gather<TElement>("Pick", positions, axis, 1, shape).Apply(this);
    }
}

/// <summary>One place of an axis for each result.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="operation">The operation as messages name it.</param>
/// <param name="positions">For each result its place on the axis.</param>
/// <param name="axis">The axis, from the start.</param>
/// <param name="count">The number of results along the axis.</param>
/// <param name="shape">The shape of the result.</param>
sealed class Gather<T>(string operation, int[] positions, int axis, int count, int[] shape) : Selection<T>(operation)
{
    readonly Layout _result = Layout.Of(shape);

    protected override NDArray<T> From(NDArray<T> source)
    {
        NDArray<T> result = NDArray<T>.Uninitialized(_result);
        if (result.Size == 0) return result;
        ReadOnlySpan<T> from = source.Contiguous().Span;
        Span<T> to = result.Span;
        AxisBlocks blocks = new(source.Layout, axis);
        int next = 0;
        for (int outer = 0; outer < blocks.Outer; outer++)
        {
            for (int i = 0; i < count; i++)
                for (int inner = 0; inner < blocks.Inner; inner++, next++) to[next] = from[outer * blocks.Slab + positions[next] * blocks.Inner + inner];
        }
        return result;
    }

    protected override void AddTo(NDArray<T> target, NDArray<T> values)
    {
        if (values.Size == 0) return;
        if (typeof(T) == typeof(float)) AddTo<float>(target, values);
        else if (typeof(T) == typeof(double)) AddTo<double>(target, values);
        else throw Element.Unsupported<T>("Gather");
        target.MarkChanged();
    }

    void AddTo<TReal>(NDArray<T> target, NDArray<T> values) where TReal : unmanaged, System.Numerics.INumber<TReal>
    {
        Span<TReal> to = Element.As<T, TReal>(target.Span);
        ReadOnlySpan<TReal> from = Element.As<T, TReal>(values.Contiguous().Span);
        AxisBlocks blocks = new(target.Layout, axis);
        int next = 0;
        for (int outer = 0; outer < blocks.Outer; outer++)
        {
            for (int i = 0; i < count; i++)
                for (int inner = 0; inner < blocks.Inner; inner++, next++) to[outer * blocks.Slab + positions[next] * blocks.Inner + inner] += from[next];
        }
    }
}
