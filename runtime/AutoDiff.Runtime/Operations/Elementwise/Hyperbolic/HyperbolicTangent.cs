using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The hyperbolic tangent of each element, from -1 to 1.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Tanh() => Unary<HyperbolicTangent>.Apply(this);
}

/// <summary>r = tanh x; ∂x = 1 - r²</summary>
readonly struct HyperbolicTangent : IUnaryOperation, IVectorFunction
{
    public static string Name => "Tanh";

    public static Reads Reads => Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorLoop<HyperbolicTangent>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Tanh(x);

    public static bool HasSingle => true;

    public static Vector512<float> Invoke(Vector512<float> x) => ElementarySingle.Tanh(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(Element.From<T>(1) - of.Result.Square());
}
