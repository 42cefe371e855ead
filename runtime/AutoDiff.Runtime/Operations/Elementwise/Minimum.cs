using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public static partial class NDArray
{
    /// <summary>
    /// The lesser of two arrays, element by element; the shapes broadcast. NaN stays NaN. Half of the derivative goes to each of two equals.
    /// </summary>
    /// <typeparam name="T">The element type: a number.</typeparam>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    /// <returns>A new array of the common shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static NDArray<T> Minimum<T>(NDArray<T> a, NDArray<T> b) => Binary<MinimumOf>.Apply(a, b);

    /// <summary>The lesser of each element and a number. NaN stays NaN. Half of the derivative goes to an element that is equal to the number.</summary>
    /// <typeparam name="T">The element type: a number.</typeparam>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    /// <returns>A new array of the shape of <paramref name="a"/>.</returns>
    public static NDArray<T> Minimum<T>(NDArray<T> a, T b) => Binary<MinimumOf>.Apply(a, b);

    /// <inheritdoc cref="Minimum{T}(NDArray{T}, T)"/>
    /// <returns>A new array of the shape of <paramref name="b"/>.</returns>
    public static NDArray<T> Minimum<T>(T a, NDArray<T> b) => Binary<MinimumOf>.Apply(a, b);
}

/// <summary>min(x, y); the lesser one gets the derivative, two equals half of it each</summary>
readonly struct MinimumOf : IBinaryOperation, ILanePairFunction
{
    public static string Name => "Minimum";

    public static Reads LeftReads => Reads.X | Reads.Y;

    public static Reads RightReads => Reads.X | Reads.Y;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> =>
        Lanes.Run<MinimumOf, T>(x, y, result);

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<MinimumOf, T>(x, y, result);

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<MinimumOf, T>(x, y, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T> => Vector512.Min(x, y);

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(Binary<GreaterShare>.Apply(-of.X, -of.Y));

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(Binary<GreaterShare>.Apply(-of.Y, -of.X));
}
