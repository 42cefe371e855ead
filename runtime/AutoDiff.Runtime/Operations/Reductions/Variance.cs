namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The mean squared distance from the mean of all elements; divided by n, NaN of none.</summary>
    /// <returns>An array without axes.</returns>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> Variance() => Reduction<Dispersion>.Apply(this);

    /// <summary>The variances along an axis; divided by n, NaN of none.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> Variance(int axis, bool keepDims = false) => Reduction<Dispersion>.Apply(this, [axis], keepDims);

    /// <summary>The variances along several axes; divided by n, NaN of none.</summary>
    /// <param name="axes">The axes; negative from the end.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> Variance(ReadOnlySpan<int> axes, bool keepDims = false) => Reduction<Dispersion>.Apply(this, axes, keepDims);
}

/// <summary>Σ (x - m)² / n with the mean m; ∂x = 2 (x - m) / n</summary>
readonly struct Dispersion : IReduction
{
    public static string Name => "Variance";

    public static Reads Reads => Reads.X;

    public static NDArray<T> Values<T>(NDArray<T> x, bool[] reduced)
    {
        NDArray<T> values = Fold.Run<SquareSums, Sums, T>(x - Averaging.Values(x, reduced), reduced, Name);
        Averaging.DivideBy(values.Span, Fold.Count(x.Layout.Shape, reduced));
        return values;
    }

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of, int[] axes, int[] shape)
    {
        NDArray<T> x = of.X;
        return (gradient * Element.From<T>(2.0 / Fold.Count(shape, axes))).Times(x - x.Mean(axes, keepDims: true));
    }
}
