namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The array with its axes in reverse order.</summary>
    public NDArray<TElement> T => Transpose();

    /// <summary>The array with its axes in another order.</summary>
    /// <param name="axes">For each axis of the result the axis it is in this array, each once; none to reverse them.</param>
    /// <returns>A view.</returns>
    /// <exception cref="ArgumentException">The axes are not each of the array's axes once.</exception>
    public NDArray<TElement> Transpose(params ReadOnlySpan<int> axes)
    {
        int[] order = Order(axes);
        int[] shape = new int[Rank];
        int[] strides = new int[Rank];
        int[] inverse = new int[Rank];
        for (int axis = 0; axis < order.Length; axis++)
        {
            shape[axis] = Layout.Shape[order[axis]];
            strides[axis] = Layout.Strides[order[axis]];
            inverse[order[axis]] = axis;
        }
        return Tape.Record(View(Layout.Strided(shape, strides), 0), "Transpose", this, gradient => gradient.Transpose(inverse));
    }

    int[] Order(ReadOnlySpan<int> axes)
    {
        int[] order = new int[Rank];
        if (axes.IsEmpty)
        {
            for (int axis = 0; axis < order.Length; axis++) order[axis] = order.Length - 1 - axis;
            return order;
        }
        if (axes.Length != Rank)
            throw new ArgumentException($"Transpose: an array of shape {Shapes.Text(Shape)} has {Rank} axes, not {axes.Length}.", nameof(axes));
        Shapes.Axes(axes, Shape, "Transpose");
        for (int axis = 0; axis < order.Length; axis++) order[axis] = Shapes.Axis(axes[axis], Shape, "Transpose");
        return order;
    }
}
