using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The hyperbolic cosine of each element.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Cosh() => Unary<HyperbolicCosine>.Apply(this);
}

/// <summary>cosh x; ∂x = sinh x</summary>
readonly struct HyperbolicCosine : IUnaryOperation, IVectorFunction
{
    public static string Name => "Cosh";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorLoop<HyperbolicCosine>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Cosh(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.X.Sinh());
}
