using System.Numerics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>Where the element is not greater than the other one; the shapes broadcast. False where one of them is NaN.</summary>
    /// <param name="b">The right operand.</param>
    /// <returns>A new mask of the common shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public NDArray<bool> LessOrEqual(NDArray<TElement> b) => Comparison<LessOrEqual>.Apply(this, b);

    /// <summary>Where the element is not greater than a number.</summary>
    /// <param name="b">The right operand.</param>
    /// <returns>A new mask of the same shape.</returns>
    public NDArray<bool> LessOrEqual(TElement b) => Comparison<LessOrEqual>.Apply(this, b);

    /// <summary>Where the left element is at most the right one; the shapes broadcast. False where one of them is NaN.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new mask of the common shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static NDArray<bool> operator <=(NDArray<TElement> left, NDArray<TElement> right) => Comparison<LessOrEqual>.Apply(left, right);

    /// <summary>Where the element is at most a number.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new mask of the shape of <paramref name="left"/>.</returns>
    public static NDArray<bool> operator <=(NDArray<TElement> left, TElement right) => Comparison<LessOrEqual>.Apply(left, right);

    /// <summary>Where a number is at most the element.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new mask of the shape of <paramref name="right"/>.</returns>
    public static NDArray<bool> operator <=(TElement left, NDArray<TElement> right) => Comparison<GreaterOrEqual>.Apply(right, left);
}

/// <summary>x ≤ y</summary>
readonly struct LessOrEqual : IComparison
{
    public static string Name => "LessOrEqual";

    public static bool Holds<T>(T x, T y) where T : IComparisonOperators<T, T, bool> => x <= y;
}
