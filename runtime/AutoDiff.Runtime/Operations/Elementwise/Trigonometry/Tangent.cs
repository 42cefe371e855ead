using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The tangent of each element, an angle in radians; NaN of ±∞.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Tan() => Unary<Tangent>.Apply(this);
}

/// <summary>r = tan x; ∂x = 1 + r²</summary>
readonly struct Tangent : IUnaryOperation, IVectorFunction
{
    public static string Name => "Tan";

    public static Reads Reads => Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => VectorLoop<Tangent>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Tan(x);

    public static bool HasSingle => true;

    public static Vector512<float> Invoke(Vector512<float> x) => ElementarySingle.Tan(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.Result.Square() + Element.From<T>(1));
}
