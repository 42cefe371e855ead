namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The array with two axes exchanged.</summary>
    /// <param name="first">One axis; negative from the end.</param>
    /// <param name="second">The other axis; negative from the end.</param>
    /// <returns>A view.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> SwapAxes(int first, int second)
    {
        first = Shapes.Axis(first, Shape, "SwapAxes");
        second = Shapes.Axis(second, Shape, "SwapAxes");
        int[] order = new int[Rank];
        for (int axis = 0; axis < order.Length; axis++) order[axis] = axis;
        (order[first], order[second]) = (second, first);
        return Transpose(order);
    }
}
