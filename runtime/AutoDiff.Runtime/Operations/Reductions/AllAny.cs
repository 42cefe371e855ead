using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff;

public static partial class NDArray
{
    /// <summary>Whether all elements of a mask are true; also if there are none.</summary>
    /// <param name="mask">The mask.</param>
    /// <returns>An array without axes.</returns>
    public static NDArray<bool> All(this NDArray<bool> mask) => Folded<AllTrue>(mask, Fold.All(Rank(mask)), keepDims: false);

    /// <summary>Whether all elements along an axis are true.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public static NDArray<bool> All(this NDArray<bool> mask, int axis, bool keepDims = false) =>
        Folded<AllTrue>(mask, Shapes.Axes([axis], Shape(mask), "All"), keepDims);

    /// <summary>Whether all elements along several axes are true.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="axes">The axes; negative from the end.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public static NDArray<bool> All(this NDArray<bool> mask, ReadOnlySpan<int> axes, bool keepDims = false) =>
        Folded<AllTrue>(mask, Shapes.Axes(axes, Shape(mask), "All"), keepDims);

    /// <summary>Whether an element of a mask is true; false if there are none.</summary>
    /// <param name="mask">The mask.</param>
    /// <returns>An array without axes.</returns>
    public static NDArray<bool> Any(this NDArray<bool> mask) => Folded<AnyTrue>(mask, Fold.All(Rank(mask)), keepDims: false);

    /// <summary>Whether an element along an axis is true.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public static NDArray<bool> Any(this NDArray<bool> mask, int axis, bool keepDims = false) =>
        Folded<AnyTrue>(mask, Shapes.Axes([axis], Shape(mask), "Any"), keepDims);

    /// <summary>Whether an element along several axes is true.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="axes">The axes; negative from the end.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public static NDArray<bool> Any(this NDArray<bool> mask, ReadOnlySpan<int> axes, bool keepDims = false) =>
        Folded<AnyTrue>(mask, Shapes.Axes(axes, Shape(mask), "Any"), keepDims);

    static int Rank(NDArray<bool> mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return mask.Rank;
    }

    static ReadOnlySpan<int> Shape(NDArray<bool> mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return mask.Shape;
    }

    static NDArray<bool> Folded<TFold>(NDArray<bool> mask, bool[] reduced, bool keepDims) where TFold : struct, IFold
    {
        NDArray<bool> values = Fold<TFold, TFold, bool, byte>.Run(mask, reduced);
        return keepDims ? values : values.View(Fold.Kept(values.Layout, reduced), 0);
    }
}

/// <summary>And, of truth values as 0 and 1.</summary>
readonly struct AllTrue : IFold
{
    public static T Identity<T>() where T : unmanaged, INumber<T> => T.One;

    public static T Reduce<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => TensorPrimitives.Min(x);

    public static void Combine<T>(Span<T> into, ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => TensorPrimitives.Min(into, x, into);
}

/// <summary>Or, of truth values as 0 and 1.</summary>
readonly struct AnyTrue : IFold
{
    public static T Identity<T>() where T : unmanaged, INumber<T> => T.Zero;

    public static T Reduce<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => TensorPrimitives.Max(x);

    public static void Combine<T>(Span<T> into, ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => TensorPrimitives.Max(into, x, into);
}
