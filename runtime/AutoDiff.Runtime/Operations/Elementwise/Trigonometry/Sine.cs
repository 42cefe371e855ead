using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The sine of each element, an angle in radians; NaN of ±∞.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Sin() => Unary<Sine>.Apply(this);
}

/// <summary>sin x; ∂x = cos x</summary>
readonly struct Sine : IUnaryOperation
{
    public static string Name => "Sin";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => TensorPrimitives.Sin(x, result);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.X.Cos());
}
