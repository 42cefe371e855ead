using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The square root of each element; NaN below 0.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Sqrt() => Unary<SquareRoot>.Apply(this);
}

/// <summary>r = √x; ∂x = 1/(2r)</summary>
readonly struct SquareRoot : IUnaryOperation, ILaneFunction
{
    public static string Name => "Sqrt";

    public static Reads Reads => Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => Lanes.Run<SquareRoot, T>(x, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x) where T : unmanaged, INumber<T> =>
        Vector512.Sqrt(x);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Over(of.Result * Element.From<T>(2));
}
