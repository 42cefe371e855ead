namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The mean of all elements; NaN of none.</summary>
    /// <returns>An array without axes.</returns>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> Mean() => Reduction<Averaging>.Apply(this);

    /// <summary>The means along an axis.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> Mean(int axis, bool keepDims = false) => Reduction<Averaging>.Apply(this, [axis], keepDims);

    /// <summary>The means along several axes.</summary>
    /// <param name="axes">The axes; negative from the end.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> Mean(ReadOnlySpan<int> axes, bool keepDims = false) => Reduction<Averaging>.Apply(this, axes, keepDims);
}

/// <summary>Σ x / n; ∂x = 1 / n</summary>
readonly struct Averaging : IReduction
{
    public static string Name => "Mean";

    public static Reads Reads => Reads.Nothing;

    public static NDArray<T> Values<T>(NDArray<T> x, bool[] reduced)
    {
        if (!Element.IsReal<T>()) throw Element.Unsupported<T>(Name);
        NDArray<T> sums = Fold.Run<Sums, Sums, T>(x, reduced, Name);
        DivideBy(sums.Span, Fold.Count(x.Layout.Shape, reduced));
        return sums;
    }

    /// <summary>Divides sums by the number of addends.</summary>
    internal static void DivideBy<T>(Span<T> sums, int count)
    {
        if (typeof(T) == typeof(float)) Divide(Element.As<T, float>(sums), count);
        else Divide(Element.As<T, double>(sums), (double)count);
    }

    static void Divide<TReal>(Span<TReal> sums, TReal count) where TReal : unmanaged, System.Numerics.INumber<TReal> =>
        System.Numerics.Tensors.TensorPrimitives.Divide(sums, count, sums);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of, int[] axes, int[] shape) =>
        (gradient / Element.From<T>(Fold.Count(shape, axes))).BroadcastTo(shape);
}
