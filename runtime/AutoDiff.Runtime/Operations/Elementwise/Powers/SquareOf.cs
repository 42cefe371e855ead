using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>x² of each element.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Square() => Unary<SquareOf>.Apply(this);
}

/// <summary>x²; ∂x = 2x</summary>
readonly struct SquareOf : IUnaryOperation
{
    public static string Name => "Square";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Multiply(x, x, result);

    public static bool TakesIntegers => true;

    public static void Invoke(ReadOnlySpan<int> x, Span<int> result) => TensorPrimitives.Multiply(x, x, result);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.X * Element.From<T>(2));
}
