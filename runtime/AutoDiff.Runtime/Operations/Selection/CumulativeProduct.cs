namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>Along an axis, the product of each element and all before it. Its derivative is right where elements are 0 too.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>A new array of the same shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    /// <exception cref="NotSupportedException">The elements are not numbers.</exception>
    /// <remarks>Allocates an array for each doubling of the axis' length, and keeps them while recording.</remarks>
    public NDArray<TElement> CumulativeProduct(int axis)
    {
        if (typeof(TElement) == typeof(bool)) throw Element.Unsupported<TElement>("CumulativeProduct");
        axis = Shapes.Axis(axis, Shape, "CumulativeProduct");
        int length = Layout.Shape[axis];
        if (length < 2) return Copy();
        // Products of twice as many factors in each round (Hillis and Steele 1986), each of them recorded: the derivatives of any order are those of products.
        NDArray<TElement> products = this;
        for (long count = 1; count < length; count *= 2)
        {
            Range before = ..(int)count, rest = (int)count.., ends = ..^(int)count;
            products = NDArray.Concatenate(axis, products.Slice(axis, before), products.Slice(axis, rest) * products.Slice(axis, ends));
        }
        return products;
    }
}
