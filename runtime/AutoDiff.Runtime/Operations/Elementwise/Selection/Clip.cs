using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>Each element, or the bound that it is beyond. NaN stays NaN.</summary>
    /// <param name="low">The least value of the result.</param>
    /// <param name="high">The greatest value of the result.</param>
    /// <returns>A new array of the same shape.</returns>
    /// <exception cref="ArgumentException">The lower bound is above the upper one, or one of them is NaN.</exception>
    /// <remarks>The derivative is 1 within the bounds and at them, 0 beyond.</remarks>
    public NDArray<TElement> Clip(TElement low, TElement high)
    {
        NDArray<TElement> operand = Contiguous();
        NDArray<TElement> result = Uninitialized(operand.Layout);
        if (typeof(TElement) == typeof(float)) Clipping.Run<TElement, float>(operand.Span, low, high, result.Span);
        else if (typeof(TElement) == typeof(double)) Clipping.Run<TElement, double>(operand.Span, low, high, result.Span);
        else if (typeof(TElement) == typeof(int)) Clipping.Run<TElement, int>(operand.Span, low, high, result.Span);
        else throw Element.Unsupported<TElement>("Clip");
        if (!Tape.Watches(this)) return result;
        Saved<TElement> saved = new(this);
        return Tape.Record(result, "Clip", this, gradient =>
        {
            NDArray<TElement> x = saved.For("Clip");
            return NDArray.Where(x.Less(low).LogicalOr(x.Greater(high)), Element.From<TElement>(0), gradient);
        });
    }
}

/// <summary>max(low, min(x, high)); ∂x = 1 within the closed bounds, 0 beyond</summary>
static class Clipping
{
    /// <exception cref="ArgumentException">The lower bound is above the upper one, or one of them is NaN.</exception>
    internal static void Run<T, TNumber>(ReadOnlySpan<T> x, T low, T high, Span<T> result) where TNumber : unmanaged, INumber<TNumber>
    {
        (TNumber least, TNumber greatest) = (Element.As<T, TNumber>(low), Element.As<T, TNumber>(high));
        if (!(least <= greatest))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Clip: the lower bound {least} is not below the upper bound {greatest}."), nameof(low));
        }
        TensorPrimitives.Clamp(Element.As<T, TNumber>(x), least, greatest, Element.As<T, TNumber>(result));
    }
}
