using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The inverse hyperbolic cosine of each element, at least 0; NaN below 1.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Acosh() => Unary<AreaCosine>.Apply(this);
}

/// <summary>arcosh x; ∂x = 1/(√(x - 1) √(x + 1))</summary>
readonly struct AreaCosine : IUnaryOperation, IVectorFunction
{
    public static string Name => "Acosh";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => VectorLoop<AreaCosine>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Acosh(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) =>
        gradient.Over((of.X - Element.From<T>(1)).Sqrt() * (of.X + Element.From<T>(1)).Sqrt());
}
