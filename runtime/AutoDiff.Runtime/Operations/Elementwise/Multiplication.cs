using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The product, element by element; the shapes broadcast.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new array of the common shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static NDArray<TElement> operator *(NDArray<TElement> left, NDArray<TElement> right) => Binary<Multiplication>.Apply(left, right);

    /// <summary>The product of each element and a number.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new array of the shape of <paramref name="left"/>.</returns>
    public static NDArray<TElement> operator *(NDArray<TElement> left, TElement right) => Binary<Multiplication>.Apply(left, right);

    /// <summary>The product of a number and each element.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new array of the shape of <paramref name="right"/>.</returns>
    public static NDArray<TElement> operator *(TElement left, NDArray<TElement> right) => Binary<Multiplication>.Apply(left, right);
}

/// <summary>x · y; ∂x = y, ∂y = x</summary>
readonly struct Multiplication : IBinaryOperation, ILanePairFunction
{
    public static string Name => "Multiply";

    public static Reads LeftReads => Reads.Y;

    public static Reads RightReads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> =>
        Lanes.Run<Multiplication, T>(x, y, result);

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<Multiplication, T>(x, y, result);

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<Multiplication, T>(x, y, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T> => x * y;

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.Y);

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.X);
}
