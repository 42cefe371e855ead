using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The logarithm to base 10 of each element: -∞ of 0, NaN below.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Log10() => Unary<DecimalLogarithm>.Apply(this);
}

/// <summary>log₁₀ x; ∂x = 1/(x log 10)</summary>
readonly struct DecimalLogarithm : IUnaryOperation, IVectorFunction
{
    public static string Name => "Log10";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        VectorLoop<DecimalLogarithm>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Log10(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Over(of.X * Element.From<T>(2.302585092994045684));
}
