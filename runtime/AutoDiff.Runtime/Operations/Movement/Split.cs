namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The array in parts of equal length.</summary>
    /// <param name="axis">The axis to cut; negative from the end.</param>
    /// <param name="sections">The number of parts, which divides the length of the axis.</param>
    /// <returns>Views, in order.</returns>
    /// <exception cref="ArgumentException">The length is not a multiple of the number of parts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis, or there is no part.</exception>
    public NDArray<TElement>[] Split(int axis, int sections)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sections);
        axis = Shapes.Axis(axis, Shape, "Split");
        int length = Layout.Shape[axis] / sections;
        if (length * sections != Layout.Shape[axis])
            throw new ArgumentException($"Split: axis {axis} of an array of shape {Shapes.Text(Shape)} cannot be cut in {sections} equal parts.", nameof(sections));
        NDArray<TElement>[] parts = new NDArray<TElement>[sections];
        for (int i = 0; i < sections; i++) parts[i] = Slice(axis, (i * length)..((i + 1) * length));
        return parts;
    }
}
