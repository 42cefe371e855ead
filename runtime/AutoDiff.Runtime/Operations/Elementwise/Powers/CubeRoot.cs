using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The cube root of each element, with its sign.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Cbrt() => Unary<CubeRoot>.Apply(this);
}

/// <summary>r = ∛x; ∂x = 1/(3r²)</summary>
readonly struct CubeRoot : IUnaryOperation, IVectorFunction
{
    public static string Name => "Cbrt";

    public static Reads Reads => Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => VectorLoop<CubeRoot>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Cbrt(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Over(of.Result.Square() * Element.From<T>(3));
}
