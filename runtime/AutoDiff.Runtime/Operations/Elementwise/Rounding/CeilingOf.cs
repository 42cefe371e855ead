using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The least whole number that is not below the element. Its derivative is 0.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Ceiling() => Unary<CeilingOf>.Apply(this);
}

/// <summary>⌈x⌉; ∂x = 0</summary>
readonly struct CeilingOf : IUnaryOperation, ILaneFunction
{
    public static string Name => "Ceiling";

    public static Reads Reads => Reads.Nothing;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => Lanes.Run<CeilingOf, T>(x, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x) where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(float) ? Vector512.Ceiling(x.AsSingle()).As<float, T>() : Vector512.Ceiling(x.AsDouble()).As<double, T>();

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => NDArray<T>.Zeros(gradient.Layout);
}
