using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The inverse hyperbolic tangent of each element: ±∞ of ±1, NaN beyond.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Atanh() => Unary<AreaTangent>.Apply(this);
}

/// <summary>artanh x; ∂x = 1/((1 - x)(1 + x))</summary>
readonly struct AreaTangent : IUnaryOperation, IVectorFunction
{
    public static string Name => "Atanh";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorLoop<AreaTangent>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Atanh(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) =>
        gradient.Over((Element.From<T>(1) - of.X) * (of.X + Element.From<T>(1)));
}
