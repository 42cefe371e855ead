namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The array with the elements of an axis in reverse order.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Flip(int axis)
    {
        axis = Shapes.Axis(axis, Shape, "Flip");
        int[] reversed = new int[Layout.Shape[axis]];
        for (int i = 0; i < reversed.Length; i++) reversed[i] = reversed.Length - 1 - i;
        return new Rearrangement<TElement>("Flip", reversed, axis, Layout.Shape).Apply(this);
    }

    /// <summary>The array with the elements of several axes in reverse order.</summary>
    /// <param name="axes">The axes; negative from the end. None: all of them.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Flip(params ReadOnlySpan<int> axes)
    {
        bool[] marked = axes.IsEmpty ? Fold.All(Rank) : Shapes.Axes(axes, Shape, "Flip");
        NDArray<TElement> result = this;
        for (int axis = 0; axis < Rank; axis++)
            if (marked[axis]) result = result.Flip(axis);
        return ReferenceEquals(result, this) ? Copy() : result;
    }
}
