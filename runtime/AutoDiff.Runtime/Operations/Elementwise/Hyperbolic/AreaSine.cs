using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The inverse hyperbolic sine of each element.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Asinh() => Unary<AreaSine>.Apply(this);
}

/// <summary>arsinh x; ∂x = 1/√(x² + 1)</summary>
readonly struct AreaSine : IUnaryOperation, IVectorFunction
{
    public static string Name => "Asinh";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => VectorLoop<AreaSine>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Asinh(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Over(of.X.Hypot(Element.From<T>(1)));
}
