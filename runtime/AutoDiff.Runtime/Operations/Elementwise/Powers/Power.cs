using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>Each element to the power of a number.</summary>
    /// <param name="exponent">The exponent. 1, 2, 3 and -1 are multiplications and a division.</param>
    /// <returns>A new array of the same shape; special cases as <see cref="Math.Pow"/>'s.</returns>
    public NDArray<TElement> Pow(TElement exponent) => RealBinary<Power>.Apply(this, exponent);

    /// <summary>Each element to the power of an element; the shapes broadcast.</summary>
    /// <param name="exponent">The exponents.</param>
    /// <returns>A new array of the common shape; special cases as <see cref="Math.Pow"/>'s.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    /// <remarks>
    /// The derivative by the base is 0 where the exponent is 0. The derivative by the exponent is 0 where the base is 0 and the exponent positive, and NaN
    /// where the base is negative.
    /// </remarks>
    public NDArray<TElement> Pow(NDArray<TElement> exponent) => RealBinary<Power>.Apply(this, exponent);
}

/// <summary>r = x^y; ∂x = y·x^(y-1), 0 where y is 0; ∂y = r·log x, 0 where r is 0</summary>
readonly struct Power : IRealBinaryOperation, IVectorPairFunction
{
    public static string Name => "Pow";

    public static Reads LeftReads => Reads.X | Reads.Y;

    public static Reads RightReads => Reads.X | Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorPairLoop<Power>.Run(x, y, result);

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (y == T.One) x.CopyTo(result);
        else if (y == -T.One) Lanes.Run<ReciprocalOf, T>(x, result);
        else if (y == T.One + T.One) Lanes.Run<SquareOf, T>(x, result);
        else if (y == T.CreateTruncating(3)) Lanes.Run<Cube, T>(x, result);
        else VectorPairLoop<Power>.Run(x, y, result);
    }

    public static Vector512<double> Invoke(Vector512<double> x, Vector512<double> y) => Elementary.Pow(x, y);

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorPairLoop<Power>.Run(x, y, result);

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.Y.Times(of.X.Pow(of.Y - Element.From<T>(1))));

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.Result.Times(of.X.Log()));
}

/// <summary>x³, the kernel of a power</summary>
readonly struct Cube : ILaneFunction
{
    public static Vector512<T> Invoke<T>(Vector512<T> x) where T : unmanaged, INumber<T> => x * x * x;
}
