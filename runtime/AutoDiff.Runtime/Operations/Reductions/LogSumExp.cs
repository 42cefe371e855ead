using System.Numerics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>log Σ eˣ of all elements; -∞ of none, and without overflow.</summary>
    /// <returns>An array without axes.</returns>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> LogSumExp() => Reduction<LogSummation>.Apply(this);

    /// <summary>log Σ eˣ along an axis; -∞ of none, and without overflow.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> LogSumExp(int axis, bool keepDims = false) => Reduction<LogSummation>.Apply(this, [axis], keepDims);

    /// <summary>log Σ eˣ along several axes; -∞ of none, and without overflow.</summary>
    /// <param name="axes">The axes; negative from the end.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> LogSumExp(ReadOnlySpan<int> axes, bool keepDims = false) => Reduction<LogSummation>.Apply(this, axes, keepDims);
}

/// <summary>r = log Σ eˣ; ∂x = e^(x - r), and 0 where r is -∞</summary>
readonly struct LogSummation : IReduction
{
    public static string Name => "LogSumExp";

    public static Reads Reads => Reads.X | Reads.Result;

    public static NDArray<T> Values<T>(NDArray<T> x, bool[] reduced)
    {
        if (!Element.IsReal<T>()) throw Element.Unsupported<T>(Name);
        if (x.Size == 0)
        {
            int[] shape = [.. x.Shape];
            foreach (int axis in Fold.Axes(reduced)) shape[axis] = 1;
            return NDArray<T>.Filled(Layout.Of(shape), Element.From<T>(double.NegativeInfinity));
        }
        NDArray<T> largest = Fold.Run<Maxima, Maxima, T>(x, reduced, Name);
        if (typeof(T) == typeof(float)) KeepFinite(Element.As<T, float>(largest.Span));
        else KeepFinite(Element.As<T, double>(largest.Span));
        NDArray<T> sums = Fold.Run<Sums, Sums, T>((x - largest).Exp(), reduced, Name);
        if (typeof(T) == typeof(float)) AddLogarithms(Element.As<T, float>(largest.Span), Element.As<T, float>(sums.Span));
        else AddLogarithms(Element.As<T, double>(largest.Span), Element.As<T, double>(sums.Span));
        return largest;
    }

    /// <summary>The difference of infinities is no number; from finite numbers they may be subtracted.</summary>
    static void KeepFinite<T>(Span<T> largest) where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (ref T value in largest)
            if (!T.IsFinite(value)) value = T.Zero;
    }

    static void AddLogarithms<T>(Span<T> largest, ReadOnlySpan<T> sums) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < sums.Length; i++) largest[i] += T.Log(sums[i]);
    }

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of, int[] axes, int[] shape)
    {
        NDArray<T> result = Unary<AboveNegativeInfinity>.Apply(of.Result).Reshape(gradient.Shape);
        return gradient.Times((of.X - result).Exp());
    }
}

/// <summary>x, and 0 where x is -∞; ∂x = 1, and 0 where x is -∞</summary>
readonly struct AboveNegativeInfinity : IUnaryOperation
{
    public static string Name => "LogSumExp";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < result.Length; i++) result[i] = T.IsNegativeInfinity(x[i]) ? T.Zero : x[i];
    }

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of)
    {
        NDArray<T> isAbove = NDArray<T>.Uninitialized(of.X.Layout);
        ReadOnlySpan<T> x = of.X.Contiguous().Span;
        T negativeInfinity = Element.From<T>(double.NegativeInfinity);
        for (int i = 0; i < x.Length; i++) isAbove.Span[i] = Element.From<T>(x[i]!.Equals(negativeInfinity) ? 0 : 1);
        return gradient.Times(isAbove);
    }
}
