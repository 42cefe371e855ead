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
}
