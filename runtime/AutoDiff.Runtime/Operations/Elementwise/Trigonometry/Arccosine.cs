using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The arccosine of each element, from 0 to π; NaN beyond ±1.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Acos() => Unary<Arccosine>.Apply(this);
}

/// <summary>arccos x; ∂x = -1/√((1 - x)(1 + x))</summary>
readonly struct Arccosine : IUnaryOperation, IVectorFunction
{
    public static string Name => "Acos";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => VectorLoop<Arccosine>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Acos(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) =>
        -gradient.Over(((Element.From<T>(1) - of.X) * (of.X + Element.From<T>(1))).Sqrt());
}
