using System.Numerics;
using System.Numerics.Tensors;
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
        if (typeof(T) == typeof(int)) TensorPrimitives.Divide(x, y, result); // refuses to divide by 0; lanes that are not used would be 0
        else Lanes.Run<Division, T>(x, y, result);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(int)) TensorPrimitives.Divide(x, y, result); // refuses to divide by 0; lanes that are not used would be 0
        else Lanes.Run<Division, T>(x, y, result);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(int)) TensorPrimitives.Divide(x, y, result); // refuses to divide by 0; lanes that are not used would be 0
        else Lanes.Run<Division, T>(x, y, result);
    }

    public static Vector512<T> Invoke<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T> => x / y;

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => gradient.Over(of.Y);

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => -gradient.Times(of.Result).Over(of.Y);
}
