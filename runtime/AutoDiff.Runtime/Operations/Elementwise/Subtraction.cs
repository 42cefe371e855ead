using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The difference, element by element; the shapes broadcast.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new array of the common shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static NDArray<TElement> operator -(NDArray<TElement> left, NDArray<TElement> right) => Binary<Subtraction>.Apply(left, right);

    /// <summary>Each element less a number.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new array of the shape of <paramref name="left"/>.</returns>
    public static NDArray<TElement> operator -(NDArray<TElement> left, TElement right) => Binary<Subtraction>.Apply(left, right);

    /// <summary>A number less each element.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new array of the shape of <paramref name="right"/>.</returns>
    public static NDArray<TElement> operator -(TElement left, NDArray<TElement> right) => Binary<Subtraction>.Apply(left, right);
}

/// <summary>x - y</summary>
readonly struct Subtraction : IBinaryOperation, ILanePairFunction
{
    public static string Name => "Subtract";

    public static Reads LeftReads => Reads.Nothing;

    public static Reads RightReads => Reads.Nothing;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> =>
        Lanes.Run<Subtraction, T>(x, y, result);

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<Subtraction, T>(x, y, result);

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<Subtraction, T>(x, y, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T> => x - y;

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => gradient;

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => -gradient;
}
