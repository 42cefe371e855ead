using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>log(1 + x) of each element, with all digits near 0: -∞ of -1, NaN below.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Log1p() => Unary<LogarithmOnePlus>.Apply(this);
}

/// <summary>log(1 + x); ∂x = 1/(1 + x)</summary>
readonly struct LogarithmOnePlus : IUnaryOperation, IVectorFunction
{
    public static string Name => "Log1p";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorLoop<LogarithmOnePlus>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Log1p(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Over(of.X + Element.From<T>(1));
}
