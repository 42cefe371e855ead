using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The error function 2/√π ∫₀ˣ exp(-t²) dt of each element, from -1 to 1.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Erf() => Unary<ErrorFunction>.Apply(this);
}

/// <summary>erf x; ∂x = 2/√π exp(-x²)</summary>
readonly struct ErrorFunction : IUnaryOperation, IVectorFunction
{
    public static string Name => "Erf";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorLoop<ErrorFunction>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Erf(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) =>
        gradient.Times((-of.X.Square()).Exp() * Element.From<T>(1.1283791670955126));
}
