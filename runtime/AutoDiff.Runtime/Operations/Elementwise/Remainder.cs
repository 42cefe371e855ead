using System.Numerics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>
    /// The remainder of the division, element by element, with the sign of the left operand, as C#'s <c>%</c>; the shapes broadcast. The derivative by the left
    /// operand is 1, that by the right one the quotient rounded toward 0, with the opposite sign.
    /// </summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new array of the common shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    /// <exception cref="DivideByZeroException">An element is an <see cref="int"/>, and its divisor 0.</exception>
    public static NDArray<TElement> operator %(NDArray<TElement> left, NDArray<TElement> right) => Binary<RemainderOf>.Apply(left, right);

    /// <summary>The remainder of each element divided by a number, with the sign of the element.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new array of the shape of <paramref name="left"/>.</returns>
    /// <exception cref="DivideByZeroException">An element is an <see cref="int"/>, and its divisor 0.</exception>
    public static NDArray<TElement> operator %(NDArray<TElement> left, TElement right) => Binary<RemainderOf>.Apply(left, right);

    /// <summary>The remainder of a number divided by each element, with the sign of the number.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new array of the shape of <paramref name="right"/>.</returns>
    /// <exception cref="DivideByZeroException">An element is an <see cref="int"/>, and its divisor 0.</exception>
    public static NDArray<TElement> operator %(TElement left, NDArray<TElement> right) => Binary<RemainderOf>.Apply(left, right);
}

/// <summary>r = x - y q with q = x/y rounded toward 0; ∂x = 1, ∂y = -q</summary>
readonly struct RemainderOf : IBinaryOperation
{
    public static string Name => "Remainder";

    public static Reads LeftReads => Reads.Nothing;

    public static Reads RightReads => Reads.X | Reads.Y | Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < result.Length; i++) result[i] = Of(x[i], y[i]);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < result.Length; i++) result[i] = Of(x[i], y);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < result.Length; i++) result[i] = Of(x, y[i]);
    }

    /// <summary>The remainder of the least whole number and -1 is 0, though the quotient overflows.</summary>
    static T Of<T>(T x, T y) where T : unmanaged, INumber<T> => typeof(T) == typeof(int) && y == -T.One ? T.Zero : x % y;

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => gradient;

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => -gradient.Times(((of.X - of.Result) / of.Y).Round());
}
