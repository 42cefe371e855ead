using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The hyperbolic sine of each element.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Sinh() => Unary<HyperbolicSine>.Apply(this);
}

/// <summary>sinh x; ∂x = cosh x</summary>
readonly struct HyperbolicSine : IUnaryOperation, IVectorFunction
{
    public static string Name => "Sinh";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorLoop<HyperbolicSine>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Sinh(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.X.Cosh());
}
