namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>
    /// The root of the mean squared distance from the mean of all elements, without overflow; divided by n, NaN of none. Where all elements are equal the derivative
    /// is 0, as that of the norm.
    /// </summary>
    /// <returns>An array without axes.</returns>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> StandardDeviation() => Deviation(Fold.All(Rank), keepDims: false);

    /// <summary>The standard deviations along an axis; divided by n, NaN of none.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> StandardDeviation(int axis, bool keepDims = false) => StandardDeviation([axis], keepDims);

    /// <summary>The standard deviations along several axes; divided by n, NaN of none.</summary>
    /// <param name="axes">The axes; negative from the end.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> StandardDeviation(ReadOnlySpan<int> axes, bool keepDims = false) =>
        Deviation(Shapes.Axes(axes, Shape, "StandardDeviation"), keepDims);

    /// <summary>‖x - m‖ / √n with the mean m: the derivatives of any order are those of its parts.</summary>
    NDArray<TElement> Deviation(bool[] reduced, bool keepDims)
    {
        if (!Element.IsReal<TElement>()) throw Element.Unsupported<TElement>("StandardDeviation");
        int[] axes = Fold.Axes(reduced);
        return (this - Mean(axes, keepDims: true)).Norm(axes, keepDims) / Element.From<TElement>(Math.Sqrt(Fold.Count(Layout.Shape, axes)));
    }
}
