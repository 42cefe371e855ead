using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>1 where the element is positive (or NaN), 0 elsewhere: the derivative of <see cref="Relu"/>.</summary>
    internal NDArray<TElement> Step() => Unary<UnitStep>.Apply(this);
}

/// <summary>1 above 0, else 0; ∂x = 0</summary>
readonly struct UnitStep : IUnaryOperation, ILaneFunction
{
    public static string Name => "Step";

    public static Reads Reads => Reads.Nothing;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => Lanes.Run<UnitStep, T>(x, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x) where T : unmanaged, INumber<T> =>
        Lanes.ZeroWhere(Vector512.LessThanOrEqual(x, Vector512<T>.Zero), Vector512<T>.One);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => NDArray<T>.Zeros(gradient.Layout);
}
