using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>eˣ - 1 of each element, with all digits near 0.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Expm1() => Unary<ExponentialMinusOne>.Apply(this);
}

/// <summary>r = eˣ - 1; ∂x = eˣ</summary>
readonly struct ExponentialMinusOne : IUnaryOperation, IVectorFunction
{
    public static string Name => "Expm1";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorLoop<ExponentialMinusOne>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Expm1(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.X.Exp());
}
