namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The array with the elements of an axis moved on; those that pass the end come in at the beginning.</summary>
    /// <param name="shift">How many places they move; negative toward the beginning.</param>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Roll(int shift, int axis)
    {
        axis = Shapes.Axis(axis, Shape, "Roll");
        int[] places = new int[Layout.Shape[axis]];
        int at = places.Length == 0 ? 0 : (places.Length - shift % places.Length) % places.Length; // what comes first
        for (int i = 0; i < places.Length; i++, at++)
        {
            if (at == places.Length) at = 0;
            places[i] = at;
        }
        return new Rearrangement<TElement>("Roll", places, axis, Layout.Shape).Apply(this);
    }
}
