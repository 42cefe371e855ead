using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The cosine of each element, an angle in radians; NaN of ±∞.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Cos() => Unary<Cosine>.Apply(this);
}

/// <summary>cos x; ∂x = -sin x</summary>
readonly struct Cosine : IUnaryOperation, IVectorFunction
{
    public static string Name => "Cos";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => VectorLoop<Cosine>.Run(x, result);

    public static Vector512<double> Invoke(Vector512<double> x) => Elementary.Cos(x);

    public static bool HasSingle => true;

    public static Vector512<float> Invoke(Vector512<float> x) => ElementarySingle.Cos(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(-of.X.Sin());
}
