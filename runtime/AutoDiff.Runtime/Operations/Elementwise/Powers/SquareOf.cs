using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>x² of each element.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Square() => Unary<SquareOf>.Apply(this);
}

/// <summary>x²; ∂x = 2x</summary>
readonly struct SquareOf : IUnaryOperation, ILaneFunction
{
    public static string Name => "Square";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => Lanes.Run<SquareOf, T>(x, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x) where T : unmanaged, INumber<T> =>
        x * x;

    public static bool TakesIntegers => true;

    public static void Invoke(ReadOnlySpan<int> x, Span<int> result) => Lanes.Run<SquareOf, int>(x, result);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.X * Element.From<T>(2));
}
