using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>√(x² + y²) of each element x and another one y, without overflow on the way. Its derivative at (0, 0) is 0; the shapes broadcast.</summary>
    /// <param name="other">The other legs of the triangles.</param>
    /// <returns>A new array of the common shape; special cases as <see cref="Math"/>'s.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public NDArray<TElement> Hypot(NDArray<TElement> other) => RealBinary<Hypotenuse>.Apply(this, other);

    /// <summary>√(x² + y²) of each element x and another one y, without overflow on the way. Its derivative at (0, 0) is 0.</summary>
    /// <param name="other">The other legs of the triangles.</param>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Hypot(TElement other) => RealBinary<Hypotenuse>.Apply(this, other);
}

/// <summary>r = √(x² + y²); ∂x = x/r, ∂y = y/r, 0 where they are 0</summary>
readonly struct Hypotenuse : IRealBinaryOperation, IVectorPairFunction
{
    public static string Name => "Hypot";

    public static Reads LeftReads => Reads.X | Reads.Result;

    public static Reads RightReads => Reads.Y | Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorPairLoop<Hypotenuse>.Run(x, y, result);

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorPairLoop<Hypotenuse>.Run(x, y, result);

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorPairLoop<Hypotenuse>.Run(x, y, result);

    public static Vector512<double> Invoke(Vector512<double> x, Vector512<double> y) => Elementary.Hypot(x, y);

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.X.Over(of.Result));

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.Y.Over(of.Result));
}
