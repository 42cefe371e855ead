using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The logistic function 1/(1 + e⁻ˣ) of each element, from 0 to 1; nothing overflows.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Sigmoid() => Unary<LogisticFunction>.Apply(this);
}

/// <summary>r = 1/(1 + e⁻ˣ); ∂x = r(1 - r)</summary>
readonly struct LogisticFunction : IUnaryOperation, IVectorFunction
{
    public static string Name => "Sigmoid";

    public static Reads Reads => Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorLoop<LogisticFunction>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Sigmoid(x);

    public static bool HasSingle => true;

    public static Vector512<float> Invoke(Vector512<float> x) => ElementarySingle.Sigmoid(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.Result * (Element.From<T>(1) - of.Result));
}
