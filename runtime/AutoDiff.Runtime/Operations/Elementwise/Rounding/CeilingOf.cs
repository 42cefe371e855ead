using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The least whole number that is not below the element. Its derivative is 0.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Ceiling() => Unary<CeilingOf>.Apply(this);
}

/// <summary>⌈x⌉; ∂x = 0</summary>
readonly struct CeilingOf : IUnaryOperation
{
    public static string Name => "Ceiling";

    public static Reads Reads => Reads.Nothing;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => TensorPrimitives.Ceiling(x, result);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => NDArray<T>.Zeros(gradient.Layout);
}
