using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The smallest of all elements; NaN where there is one.</summary>
    /// <returns>An array without axes.</returns>
    /// <exception cref="ArgumentException">There are no elements.</exception>
    public NDArray<TElement> Min() => Reduction<Minimization>.Apply(this);

    /// <summary>The smallest elements along an axis; NaN where there is one.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">There are no elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Min(int axis, bool keepDims = false) => Reduction<Minimization>.Apply(this, [axis], keepDims);

    /// <summary>The smallest elements along several axes; NaN where there is one.</summary>
    /// <param name="axes">The axes; negative from the end.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">An axis is named twice, or there are no elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Min(ReadOnlySpan<int> axes, bool keepDims = false) => Reduction<Minimization>.Apply(this, axes, keepDims);
}

/// <summary>The smallest; ∂x is divided evenly among the elements that are.</summary>
readonly struct Minimization : IReduction
{
    public static string Name => "Min";

    public static Reads Reads => Reads.X | Reads.Result;

    public static NDArray<T> Values<T>(NDArray<T> x, bool[] reduced) => Fold.Run<Minima, Minima, T>(x, reduced, Name);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of, int[] axes, int[] shape) =>
        gradient.Times(Ties.Shares(of.X, of.Result.Detach().Reshape(gradient.Shape), axes));
}

/// <summary>Keeps the smaller element, and NaN.</summary>
readonly struct Minima : IFold
{
    public static T Identity<T>() where T : unmanaged, INumber<T> => throw new ArgumentException("Min: there are no elements.");

    public static T Reduce<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => TensorPrimitives.Min(x);

    public static void Combine<T>(Span<T> into, ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => TensorPrimitives.Min(into, x, into);
}
