using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>eˣ of each element.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Exp() => Unary<Exponential>.Apply(this);
}

/// <summary>r = eˣ; ∂x = r</summary>
readonly struct Exponential : IUnaryOperation, IVectorFunction
{
    public static string Name => "Exp";

    public static Reads Reads => Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => VectorLoop<Exponential>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Exp(x);

    public static bool HasSingle => true;

    public static Vector512<float> Invoke(Vector512<float> x) => ElementarySingle.Exp(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.Result);
}
