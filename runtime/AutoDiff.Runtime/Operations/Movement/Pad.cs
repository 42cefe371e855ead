namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The array with more elements before and behind it along one axis.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="before">How many before the first one.</param>
    /// <param name="after">How many behind the last one.</param>
    /// <param name="value">What they are.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis, or a number is negative.</exception>
    public NDArray<TElement> Pad(int axis, int before, int after, TElement value = default!)
    {
        (int Before, int After)[] widths = new (int, int)[Rank];
        widths[Shapes.Axis(axis, Shape, "Pad")] = (before, after);
        return Pad(widths, value);
    }

    /// <summary>The array with more elements before and behind it along every axis.</summary>
    /// <param name="widths">For each axis how many before the first one and how many behind the last one.</param>
    /// <param name="value">What they are.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">There is not one pair for each axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public NDArray<TElement> Pad(ReadOnlySpan<(int Before, int After)> widths, TElement value = default!)
    {
        if (widths.Length != Rank)
            throw new ArgumentException($"Pad: an array of shape {Shapes.Text(Shape)} has {Rank} axes, not {widths.Length}.", nameof(widths));
        int[] shape = new int[Rank];
        int[] starts = new int[Rank];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            (int before, int after) = widths[axis];
            ArgumentOutOfRangeException.ThrowIfNegative(before, nameof(widths));
            ArgumentOutOfRangeException.ThrowIfNegative(after, nameof(widths));
            shape[axis] = checked(Layout.Shape[axis] + before + after);
            starts[axis] = before;
        }
        Part<TElement> inner = Part<TElement>.Box("Pad", starts, Layout.Shape);
        NDArray<TElement> result = Filled(Layout.Of(shape), value);
        Strided.Copy(this, inner.Of(result));
        return Tape.Record(result, "Pad", this, inner.Apply);
    }
}
