using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The natural logarithm of each element: -∞ of 0, NaN below.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Log() => Unary<NaturalLogarithm>.Apply(this);
}

/// <summary>log x; ∂x = 1/x</summary>
readonly struct NaturalLogarithm : IUnaryOperation, IVectorFunction
{
    public static string Name => "Log";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorLoop<NaturalLogarithm>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Log(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Over(of.X);
}
