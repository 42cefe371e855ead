using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The nearest whole number, the even one of two (as <see cref="Math.Round(double)"/>). Its derivative is 0.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Round() => Unary<NearestWhole>.Apply(this);
}

/// <summary>x rounded, halves to even; ∂x = 0</summary>
readonly struct NearestWhole : IUnaryOperation, ILaneFunction
{
    public static string Name => "Round";

    public static Reads Reads => Reads.Nothing;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => Lanes.Run<NearestWhole, T>(x, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x) where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(float) ? Vector512.Round(x.AsSingle()).As<float, T>() : Vector512.Round(x.AsDouble()).As<double, T>();

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => NDArray<T>.Zeros(gradient.Layout);
}
