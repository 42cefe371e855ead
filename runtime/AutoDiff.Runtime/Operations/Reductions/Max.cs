using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The largest of all elements; NaN where there is one.</summary>
    /// <returns>An array without axes.</returns>
    /// <exception cref="ArgumentException">There are no elements.</exception>
    public NDArray<TElement> Max() => Reduction<Maximization>.Apply(this);

    /// <summary>The largest elements along an axis; NaN where there is one.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">There are no elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Max(int axis, bool keepDims = false) => Reduction<Maximization>.Apply(this, [axis], keepDims);

    /// <summary>The largest elements along several axes; NaN where there is one.</summary>
    /// <param name="axes">The axes; negative from the end.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">An axis is named twice, or there are no elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Max(ReadOnlySpan<int> axes, bool keepDims = false) => Reduction<Maximization>.Apply(this, axes, keepDims);
}

/// <summary>The largest; ∂x is divided evenly among the elements that are.</summary>
readonly struct Maximization : IReduction
{
    public static string Name => "Max";

    public static Reads Reads => Reads.X | Reads.Result;

    public static NDArray<T> Values<T>(NDArray<T> x, bool[] reduced) => Fold.Run<Maxima, Maxima, T>(x, reduced, Name);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of, int[] axes, int[] shape) =>
        gradient.Times(Ties.Shares(of.X, of.Result.Detach().Reshape(gradient.Shape), axes));
}

/// <summary>Keeps the larger element, and NaN.</summary>
readonly struct Maxima : IFold
{
    public static T Identity<T>() where T : unmanaged, INumber<T> => throw new ArgumentException("Max: there are no elements.");

    public static T Reduce<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => TensorPrimitives.Max(x);

    public static void Combine<T>(Span<T> into, ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => TensorPrimitives.Max(into, x, into);
}
