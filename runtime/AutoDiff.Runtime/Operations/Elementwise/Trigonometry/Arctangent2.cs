using System.Numerics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>
    /// The angle of the point (x, y), from -π to π, where the elements of this array are y. Its derivative at (0, 0) is 0; the shapes broadcast.
    /// </summary>
    /// <param name="x">The abscissae.</param>
    /// <returns>A new array of the common shape; special cases as <see cref="Math"/>'s.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public NDArray<TElement> Atan2(NDArray<TElement> x) => RealBinary<Arctangent2>.Apply(this, x);

    /// <summary>The angle of the point (x, y), from -π to π, where the elements of this array are y. Its derivative at (0, 0) is 0.</summary>
    /// <param name="x">The abscissae.</param>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Atan2(TElement x) => RealBinary<Arctangent2>.Apply(this, x);
}

/// <summary>arctan y/x in the right quadrant, y on the left; ∂y = x/(x² + y²), ∂x = -y/(x² + y²)</summary>
readonly struct Arctangent2 : IRealBinaryOperation
{
    public static string Name => "Atan2";

    public static Reads LeftReads => Reads.X | Reads.Y;

    public static Reads RightReads => Reads.X | Reads.Y;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < result.Length; i++) result[i] = T.Atan2(x[i], y[i]);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < result.Length; i++) result[i] = T.Atan2(x[i], y);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < result.Length; i++) result[i] = T.Atan2(x, y[i]);
    }

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.Y.Over(of.X.Hypot(of.Y)).Over(of.X.Hypot(of.Y)));

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => -gradient.Times(of.X.Over(of.X.Hypot(of.Y)).Over(of.X.Hypot(of.Y)));
}
