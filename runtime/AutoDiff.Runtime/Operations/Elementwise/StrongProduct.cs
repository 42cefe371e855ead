using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>
    /// A gradient times a partial derivative: where the gradient is exactly 0, exactly 0, also if the partial derivative is infinite or not a
    /// number.
    /// </summary>
    internal NDArray<TElement> Times(NDArray<TElement> partial) => Binary<StrongProduct>.Apply(this, partial);
}

/// <summary>x · y, and 0 where x is 0; ∂x = y, ∂y = x</summary>
readonly struct StrongProduct : IBinaryOperation, ILanePairFunction
{
    public static string Name => "Multiply";

    public static Reads LeftReads => Reads.Y;

    public static Reads RightReads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> =>
        Lanes.Run<StrongProduct, T>(x, y, result);

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<StrongProduct, T>(x, y, result);

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<StrongProduct, T>(x, y, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T> =>
        Lanes.ZeroWhere(Vector512.Equals(x, Vector512<T>.Zero), x * y);

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.Y);

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.X);
}
