namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The array with one more axis, of length 1.</summary>
    /// <param name="axis">The place of the axis in the result; negative from the end.</param>
    /// <returns>A view.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The result has no such axis.</exception>
    public NDArray<TElement> ExpandDims(int axis)
    {
        axis = Shapes.AxisOfResult(axis, Rank + 1, "ExpandDims");
        int[] shape = [.. Layout.Shape[..axis], 1, .. Layout.Shape[axis..]];
        int[] strides = [.. Layout.Strides[..axis], 0, .. Layout.Strides[axis..]];
        return Tape.Record(View(Layout.Strided(shape, strides), 0), "ExpandDims", this, gradient => gradient.Squeeze(axis));
    }

    /// <summary>The array without its axes of length 1.</summary>
    /// <returns>A view.</returns>
    public NDArray<TElement> Squeeze()
    {
        bool[] dropped = new bool[Rank];
        for (int axis = 0; axis < dropped.Length; axis++) dropped[axis] = Layout.Shape[axis] == 1;
        return Without(dropped);
    }

    /// <summary>The array without one of its axes, which has length 1.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>A view.</returns>
    /// <exception cref="ArgumentException">The axis has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Squeeze(int axis)
    {
        axis = Shapes.Axis(axis, Shape, "Squeeze");
        if (Layout.Shape[axis] != 1)
            throw new ArgumentException($"Squeeze: axis {axis} of an array of shape {Shapes.Text(Shape)} has length {Layout.Shape[axis]}, not 1.", nameof(axis));
        bool[] dropped = new bool[Rank];
        dropped[axis] = true;
        return Without(dropped);
    }

    NDArray<TElement> Without(bool[] dropped)
    {
        List<int> shape = [], strides = [];
        for (int axis = 0; axis < dropped.Length; axis++)
        {
            if (dropped[axis]) continue;
            shape.Add(Layout.Shape[axis]);
            strides.Add(Layout.Strides[axis]);
        }
        int[] before = Layout.Shape;
        return Tape.Record(View(Layout.Strided([.. shape], [.. strides]), 0), "Squeeze", this, gradient => gradient.Reshape(before));
    }
}
