using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>1/x of each element: ±∞ of ±0.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Reciprocal() => Unary<ReciprocalOf>.Apply(this);
}

/// <summary>r = 1/x; ∂x = -r²</summary>
readonly struct ReciprocalOf : IUnaryOperation, ILaneFunction
{
    public static string Name => "Reciprocal";

    public static Reads Reads => Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => Lanes.Run<ReciprocalOf, T>(x, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x) where T : unmanaged, INumber<T> =>
        Vector512<T>.One / x;

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(-of.Result.Square());
}
