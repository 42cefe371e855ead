using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>log(1 + eˣ) of each element, a smooth <see cref="Relu"/>; nothing overflows.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Softplus() => Unary<SoftplusFunction>.Apply(this);
}

/// <summary>log(1 + eˣ); ∂x = 1/(1 + e⁻ˣ)</summary>
readonly struct SoftplusFunction : IUnaryOperation, IVectorFunction
{
    public static string Name => "Softplus";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorLoop<SoftplusFunction>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Softplus(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.X.Sigmoid());
}
