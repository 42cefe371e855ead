using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The sum of all elements; 0 of none.</summary>
    /// <returns>An array without axes.</returns>
    public NDArray<TElement> Sum() => Reduction<Summation>.Apply(this);

    /// <summary>The sums along an axis.</summary>
    /// <param name="axis">The axis to sum over; negative from the end.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Sum(int axis, bool keepDims = false) => Reduction<Summation>.Apply(this, [axis], keepDims);

    /// <summary>The sums along several axes.</summary>
    /// <param name="axes">The axes to sum over; negative from the end. None: every element is its own sum.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    public NDArray<TElement> Sum(ReadOnlySpan<int> axes, bool keepDims = false) => Reduction<Summation>.Apply(this, axes, keepDims);
}

/// <summary>Σ x; ∂x = 1</summary>
readonly struct Summation : IReduction
{
    public static string Name => "Sum";

    public static Reads Reads => Reads.Nothing;

    public static NDArray<T> Values<T>(NDArray<T> x, bool[] reduced) => Fold.Run<Sums, Sums, T>(x, reduced, Name);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of, int[] axes, int[] shape) => gradient.BroadcastTo(shape);
}

/// <summary>Adds. Blocks are added in pairs, so that the rounding error grows with the logarithm of the length.</summary>
readonly struct Sums : IFold
{
    const int Block = 1024;

    public static T Identity<T>() where T : unmanaged, INumber<T> => T.Zero;

    public static T Reduce<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T>
    {
        if (x.Length <= Block) return TensorPrimitives.Sum(x);
        int half = (x.Length / Block + 1) / 2 * Block;
        return Reduce(x[..half]) + Reduce(x[half..]);
    }

    public static void Combine<T>(Span<T> into, ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => Lanes.Run<Addition, T>(into, x, into);
}
