using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The arcsine of each element, from -π/2 to π/2; NaN beyond ±1.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Asin() => Unary<Arcsine>.Apply(this);
}

/// <summary>arcsin x; ∂x = 1/√((1 - x)(1 + x))</summary>
readonly struct Arcsine : IUnaryOperation, IVectorFunction
{
    public static string Name => "Asin";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => VectorLoop<Arcsine>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Asin(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) =>
        gradient.Over(((Element.From<T>(1) - of.X) * (of.X + Element.From<T>(1))).Sqrt());
}
