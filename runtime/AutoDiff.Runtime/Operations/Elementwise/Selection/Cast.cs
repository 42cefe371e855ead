using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>
    /// The elements as another type, as C#'s cast: towards 0 to whole numbers; true is 1 and false 0, and to <see cref="bool"/> what is not 0 is
    /// true.
    /// </summary>
    /// <typeparam name="TTo">The other element type.</typeparam>
    /// <returns>A new array of the same shape, also where the type is the same.</returns>
    /// <remarks>Between <see cref="float"/> and <see cref="double"/> derivatives flow through; all other casts give constants.</remarks>
    public NDArray<TTo> Cast<TTo>()
    {
        Element.Require<TTo>();
        NDArray<TElement> operand = Contiguous();
        NDArray<TTo> result = NDArray<TTo>.Uninitialized(operand.Layout);
        Conversion.Run(operand.Span, result.Span);
        return Element.IsReal<TElement>() && Element.IsReal<TTo>() ? Tape.Record(result, "Cast", this, gradient => gradient.Cast<TElement>()) : result;
    }
}

/// <summary>Conversions of elements. The tests of types are decided by the JIT.</summary>
static class Conversion
{
    internal static void Run<TFrom, TTo>(ReadOnlySpan<TFrom> from, Span<TTo> to)
    {
        if (typeof(TFrom) == typeof(TTo)) from.CopyTo(Element.As<TTo, TFrom>(to));
        else if (typeof(TFrom) == typeof(float)) FromNumber(Element.As<TFrom, float>(from), to);
        else if (typeof(TFrom) == typeof(double)) FromNumber(Element.As<TFrom, double>(from), to);
        else if (typeof(TFrom) == typeof(int)) FromNumber(Element.As<TFrom, int>(from), to);
        else FromMask(Element.As<TFrom, bool>(from), to);
    }

    static void FromNumber<TFrom, TTo>(ReadOnlySpan<TFrom> from, Span<TTo> to) where TFrom : unmanaged, INumber<TFrom>
    {
        if (typeof(TTo) == typeof(float)) TensorPrimitives.ConvertTruncating(from, Element.As<TTo, float>(to));
        else if (typeof(TTo) == typeof(double)) TensorPrimitives.ConvertTruncating(from, Element.As<TTo, double>(to));
        else if (typeof(TTo) == typeof(int)) ToInteger(from, Element.As<TTo, int>(to));
        else ToMask(from, Element.As<TTo, bool>(to));
    }

    /// <summary>What an unchecked cast gives: the nearest <see cref="int"/> where there is none, 0 of NaN.</summary>
    static void ToInteger<TFrom>(ReadOnlySpan<TFrom> from, Span<int> to) where TFrom : unmanaged, INumber<TFrom>
    {
        for (int i = 0; i < to.Length; i++)
        {
            if (typeof(TFrom) == typeof(float)) to[i] = (int)Element.As<TFrom, float>(from[i]);
            else to[i] = (int)Element.As<TFrom, double>(from[i]);
        }
    }

    static void ToMask<TFrom>(ReadOnlySpan<TFrom> from, Span<bool> to) where TFrom : unmanaged, INumber<TFrom>
    {
        for (int i = 0; i < to.Length; i++) to[i] = from[i] != TFrom.Zero;
    }

    static void FromMask<TTo>(ReadOnlySpan<bool> from, Span<TTo> to)
    {
        TTo one = Element.From<TTo>(1), zero = Element.From<TTo>(0);
        for (int i = 0; i < to.Length; i++) to[i] = from[i] ? one : zero;
    }
}
