namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>Where the elements are not 0, in a mask where they are true; NaN is not 0. A constant: no derivative flows through it.</summary>
    /// <returns>
    /// For each axis a new array with the places on it, all of one length: the first elements of them are the indices of the first element that is not 0, in
    /// row-major order.
    /// </returns>
    /// <exception cref="ArgumentException">The array has no axes.</exception>
    public NDArray<int>[] Nonzero()
    {
        if (Rank == 0) throw new ArgumentException("Nonzero: an array without axes has no places.");
        int[] places = Positions.WhereTrue(ElementsNotEqual(default(TElement)!).Span);
        NDArray<int>[] indices = new NDArray<int>[Rank];
        int inner = 1;
        for (int axis = Rank - 1; axis >= 0; axis--)
        {
            int length = Layout.Shape[axis], step = inner;
            indices[axis] = NDArray.Create(Array.ConvertAll(places, place => place / step % length));
            inner *= length;
        }
        return indices;
    }
}
