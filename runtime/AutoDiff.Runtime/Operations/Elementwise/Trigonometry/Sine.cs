using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The sine of each element, an angle in radians; NaN of ±∞.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Sin() => Unary<Sine>.Apply(this);
}

/// <summary>sin x; ∂x = cos x</summary>
readonly struct Sine : IUnaryOperation, IVectorFunction
{
    public static string Name => "Sin";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => VectorLoop<Sine>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Sin(x);

    public static bool HasSingle => true;

    public static Vector512<float> Invoke(Vector512<float> x) => ElementarySingle.Sin(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.X.Cos());
}
