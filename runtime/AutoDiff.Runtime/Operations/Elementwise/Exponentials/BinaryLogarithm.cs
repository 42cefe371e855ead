using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The logarithm to base 2 of each element: -∞ of 0, NaN below.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Log2() => Unary<BinaryLogarithm>.Apply(this);
}

/// <summary>log₂ x; ∂x = 1/(x log 2)</summary>
readonly struct BinaryLogarithm : IUnaryOperation, IVectorFunction
{
    public static string Name => "Log2";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorLoop<BinaryLogarithm>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Log2(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Over(of.X * Element.From<T>(0.69314718055994531));
}
