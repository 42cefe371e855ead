using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public static partial class NDArray
{
    /// <summary>
    /// The greater of two arrays, element by element; the shapes broadcast. NaN stays NaN. Half of the derivative goes to each of two equals.
    /// </summary>
    /// <typeparam name="T">The element type: a number.</typeparam>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    /// <returns>A new array of the common shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static NDArray<T> Maximum<T>(NDArray<T> a, NDArray<T> b) => Binary<MaximumOf>.Apply(a, b);

    /// <summary>The greater of each element and a number. NaN stays NaN. Half of the derivative goes to an element that is equal to the number.</summary>
    /// <typeparam name="T">The element type: a number.</typeparam>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    /// <returns>A new array of the shape of <paramref name="a"/>.</returns>
    public static NDArray<T> Maximum<T>(NDArray<T> a, T b) => Binary<MaximumOf>.Apply(a, b);

    /// <inheritdoc cref="Maximum{T}(NDArray{T}, T)"/>
    /// <returns>A new array of the shape of <paramref name="b"/>.</returns>
    public static NDArray<T> Maximum<T>(T a, NDArray<T> b) => Binary<MaximumOf>.Apply(a, b);
}

/// <summary>max(x, y); the greater one gets the derivative, two equals half of it each</summary>
readonly struct MaximumOf : IBinaryOperation, ILanePairFunction
{
    public static string Name => "Maximum";

    public static Reads LeftReads => Reads.X | Reads.Y;

    public static Reads RightReads => Reads.X | Reads.Y;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> =>
        Lanes.Run<MaximumOf, T>(x, y, result);

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<MaximumOf, T>(x, y, result);

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<MaximumOf, T>(x, y, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T> => Vector512.Max(x, y);

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(Binary<GreaterShare>.Apply(of.X, of.Y));

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(Binary<GreaterShare>.Apply(of.Y, of.X));
}
