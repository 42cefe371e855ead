namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The same elements in row-major order under another shape.</summary>
    /// <param name="shape">The new lengths; one may be -1 and follows from the others.</param>
    /// <returns>A view, or where the elements of a view do not lie in order, a copy.</returns>
    /// <exception cref="ArgumentException">The shape has another number of elements.</exception>
    public NDArray<TElement> Reshape(params ReadOnlySpan<int> shape)
    {
        Layout layout = Layout.Of(Completed(shape));
        if (layout.Size != Size)
            throw new ArgumentException($"Reshape: an array of shape {Shapes.Text(Shape)} has {Size} elements, not the {layout.Size} of {Shapes.Text(shape)}.", nameof(shape));
        int[] before = Layout.Shape;
        return Tape.Record(Contiguous().View(layout, 0), "Reshape", this, gradient => gradient.Reshape(before));
    }

    /// <summary>The shape with the length that -1 stands for.</summary>
    int[] Completed(ReadOnlySpan<int> shape)
    {
        int[] completed = shape.ToArray();
        int open = shape.IndexOf(-1);
        if (open < 0) return completed;
        long known = 1;
        for (int axis = 0; axis < shape.Length; axis++)
            if (axis != open) known *= shape[axis];
        if (shape[(open + 1)..].Contains(-1) || known <= 0 || Size % known != 0)
            throw new ArgumentException($"Reshape: an array of shape {Shapes.Text(Shape)} cannot have the shape {Shapes.Text(shape)}.", nameof(shape));
        completed[open] = (int)(Size / known);
        return completed;
    }
}
