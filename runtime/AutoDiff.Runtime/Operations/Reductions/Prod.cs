namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The product of all elements; 1 of none.</summary>
    /// <returns>An array without axes.</returns>
    public NDArray<TElement> Prod() => TreeProduct(Fold.All(Rank), keepDims: false);

    /// <summary>The products along an axis; 1 of none.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Prod(int axis, bool keepDims = false) => TreeProduct(Shapes.Axes([axis], Shape, "Prod"), keepDims);

    /// <summary>The products along several axes; 1 of none.</summary>
    /// <param name="axes">The axes; negative from the end.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Prod(ReadOnlySpan<int> axes, bool keepDims = false) => TreeProduct(Shapes.Axes(axes, Shape, "Prod"), keepDims);

    /// <summary>
    /// A tree of products of halves, each of them recorded: so the derivatives of every order are those of products, and zeros among the factors need no care.
    /// </summary>
    NDArray<TElement> TreeProduct(bool[] reduced, bool keepDims)
    {
        if (typeof(TElement) == typeof(bool)) throw Element.Unsupported<TElement>("Prod");
        int[] axes = Fold.Axes(reduced);
        int count = Fold.Count(Layout.Shape, axes);
        if (count == 0) return Sum(axes, keepDims) + Element.From<TElement>(1);

        int[] kept = Fold.Axes(Array.ConvertAll(reduced, isReduced => !isReduced));
        int[] shape = keepDims ? [.. Layout.Shape] : Array.ConvertAll(kept, axis => Layout.Shape[axis]);
        if (keepDims)
            foreach (int axis in axes) shape[axis] = 1;
        NDArray<TElement> factors = Transpose([.. axes, .. kept]).Reshape(count, Size / count);
        List<NDArray<TElement>> left = [];
        for (; count > 1; count /= 2)
        {
            if (count % 2 == 1) left.Add(factors[(count - 1)..]);
            factors = factors[..(count / 2)] * factors[(count / 2)..(count / 2 * 2)];
        }
        foreach (NDArray<TElement> factor in left) factors *= factor;
        return (axes.Length == 0 || Fold.Count(Layout.Shape, axes) == 1 ? factors.Copy() : factors).Reshape(shape);
    }
}
