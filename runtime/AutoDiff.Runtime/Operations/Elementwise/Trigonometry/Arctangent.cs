using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The arctangent of each element, from -π/2 to π/2.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Atan() => Unary<Arctangent>.Apply(this);
}

/// <summary>arctan x; ∂x = 1/(1 + x²)</summary>
readonly struct Arctangent : IUnaryOperation, IVectorFunction
{
    public static string Name => "Atan";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => VectorLoop<Arctangent>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Atan(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Over(of.X.Square() + Element.From<T>(1));
}
