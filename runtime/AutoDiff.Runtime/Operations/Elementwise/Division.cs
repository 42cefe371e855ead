using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The quotient, element by element; the shapes broadcast.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new array of the common shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    /// <exception cref="DivideByZeroException">An element is an <see cref="int"/>, and its divisor 0.</exception>
    public static NDArray<TElement> operator /(NDArray<TElement> left, NDArray<TElement> right) => Binary<Division>.Apply(left, right);

    /// <summary>Each element divided by a number.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new array of the shape of <paramref name="left"/>.</returns>
    /// <exception cref="DivideByZeroException">An element is an <see cref="int"/>, and its divisor 0.</exception>
    public static NDArray<TElement> operator /(NDArray<TElement> left, TElement right) => Binary<Division>.Apply(left, right);

    /// <summary>A number divided by each element.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new array of the shape of <paramref name="right"/>.</returns>
    /// <exception cref="DivideByZeroException">An element is an <see cref="int"/>, and its divisor 0.</exception>
    public static NDArray<TElement> operator /(TElement left, NDArray<TElement> right) => Binary<Division>.Apply(left, right);
}

/// <summary>r = x / y; ∂x = 1/y, ∂y = -r/y</summary>
readonly struct Division : IBinaryOperation, ILanePairFunction
{
    public static string Name => "Divide";

    public static Reads LeftReads => Reads.Y;

    public static Reads RightReads => Reads.Y | Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(int)) Whole(Element.As<T, int>(x), Element.As<T, int>(y), Element.As<T, int>(result));
        else Lanes.Run<Division, T>(x, y, result);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(int)) Whole(Element.As<T, int>(x), [Element.As<T, int>(y)], Element.As<T, int>(result));
        else Lanes.Run<Division, T>(x, y, result);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(int)) Whole([Element.As<T, int>(x)], Element.As<T, int>(y), Element.As<T, int>(result));
        else Lanes.Run<Division, T>(x, y, result);
    }

    /// <summary>Quotients of whole numbers, one by one: lanes that are not used would divide by 0. An operand of one element counts for all.</summary>
    static void Whole(ReadOnlySpan<int> x, ReadOnlySpan<int> y, Span<int> result)
    {
        (int xStep, int yStep) = (x.Length == 1 ? 0 : 1, y.Length == 1 ? 0 : 1);
        for (int i = 0; i < result.Length; i++)
        {
            int divisor = y[i * yStep];
            result[i] = divisor == -1 ? unchecked(-x[i * xStep]) : x[i * xStep] / divisor; // the quotient of the least number and -1 wraps, as in NumPy
        }
    }

    public static Vector512<T> Invoke<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T> => x / y;

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => gradient.Over(of.Y);

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => -gradient.Times(of.Result).Over(of.Y);
}
