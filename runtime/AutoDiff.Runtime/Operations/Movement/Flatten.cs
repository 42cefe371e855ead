namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>All elements in row-major order along one axis, as NumPy's <c>ravel</c>. (To keep the batch of a layer's input: <c>Reshape(x.Shape[0], -1)</c>.)</summary>
    /// <returns>A view, or where the elements of a view do not lie in order, a copy.</returns>
    public NDArray<TElement> Flatten() => Reshape(Size);
}
