using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The sum, element by element; the shapes broadcast.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new array of the common shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static NDArray<TElement> operator +(NDArray<TElement> left, NDArray<TElement> right) => Binary<Addition>.Apply(left, right);

    /// <summary>The sum of each element and a number.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new array of the shape of <paramref name="left"/>.</returns>
    public static NDArray<TElement> operator +(NDArray<TElement> left, TElement right) => Binary<Addition>.Apply(left, right);

    /// <summary>The sum of a number and each element.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new array of the shape of <paramref name="right"/>.</returns>
    public static NDArray<TElement> operator +(TElement left, NDArray<TElement> right) => Binary<Addition>.Apply(left, right);
}

/// <summary>x + y</summary>
readonly struct Addition : IBinaryOperation, ILanePairFunction
{
    public static string Name => "Add";

    public static Reads LeftReads => Reads.Nothing;

    public static Reads RightReads => Reads.Nothing;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> =>
        Lanes.Run<Addition, T>(x, y, result);

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<Addition, T>(x, y, result);

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<Addition, T>(x, y, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T> => x + y;

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => gradient;

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => gradient;
}
