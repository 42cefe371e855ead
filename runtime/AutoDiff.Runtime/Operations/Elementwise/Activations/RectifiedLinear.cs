using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The rectified linear unit, max(x, 0), of each element. Its derivative at 0 is 0.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Relu() => Unary<RectifiedLinear>.Apply(this);
}

/// <summary>max(x, 0); ∂x = 1 above 0 and 0 elsewhere</summary>
readonly struct RectifiedLinear : IUnaryOperation, ILaneFunction
{
    public static string Name => "Relu";

    public static Reads Reads => Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => Lanes.Run<RectifiedLinear, T>(x, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x) where T : unmanaged, INumber<T> =>
        Vector512.Max(x, Vector512<T>.Zero);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => Binary<StepProduct>.Apply(gradient, of.Result);
}
