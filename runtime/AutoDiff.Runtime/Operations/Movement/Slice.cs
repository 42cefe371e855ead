namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>A part of one axis; the others are kept whole.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="range">The part.</param>
    /// <param name="step">The distance of the places that are kept.</param>
    /// <returns>A view.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis, the range is not on it, or the step is not positive.</exception>
    public NDArray<TElement> Slice(int axis, Range range, int step = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        return Part<TElement>.Along(Layout.Shape, Shapes.Axis(axis, Shape, "Slice"), range, step).Apply(this);
    }
}
