using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>1/√x of each element: ∞ of 0, NaN below.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Rsqrt() => Unary<ReciprocalSquareRoot>.Apply(this);
}

/// <summary>r = 1/√x; ∂x = -r³/2</summary>
readonly struct ReciprocalSquareRoot : IUnaryOperation, ILaneFunction
{
    public static string Name => "Rsqrt";

    public static Reads Reads => Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        Lanes.Run<ReciprocalSquareRoot, T>(x, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x) where T : unmanaged, INumber<T> =>
        Vector512<T>.One / Vector512.Sqrt(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.Result * of.Result.Square() * Element.From<T>(-0.5));
}
