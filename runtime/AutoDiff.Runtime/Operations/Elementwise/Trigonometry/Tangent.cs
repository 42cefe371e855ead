using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The tangent of each element, an angle in radians; NaN of ±∞.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Tan() => Unary<Tangent>.Apply(this);
}

/// <summary>r = tan x; ∂x = 1 + r²</summary>
readonly struct Tangent : IUnaryOperation
{
    public static string Name => "Tan";

    public static Reads Reads => Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => TensorPrimitives.Tan(x, result);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.Result.Square() + Element.From<T>(1));
}
