using System.Numerics;

namespace AutoDiff;

/// <summary>Which elements are the extreme of theirs.</summary>
static class Ties
{
    /// <summary>For each element 1/k if it is one of k that equal the extreme, 0 otherwise. Not recorded: it is constant almost everywhere.</summary>
    internal static NDArray<T> Shares<T>(NDArray<T> x, NDArray<T> extreme, int[] axes)
    {
        NDArray<T> isExtreme = Broadcast.Run<Equality<T>, T, T, T>(x, extreme, "Max");
        NDArray<T> shares = Fold.Run<Sums, Sums, T>(isExtreme, Shapes.Axes(axes, x.Shape, "Max"), "Max");
        if (typeof(T) == typeof(float)) Invert(Element.As<T, float>(shares.Span));
        else Invert(Element.As<T, double>(shares.Span));
        return isExtreme * shares;
    }

    static void Invert<T>(Span<T> counts) where T : unmanaged, INumber<T> => System.Numerics.Tensors.TensorPrimitives.Divide(T.One, counts, counts);

    /// <summary>1 where both are equal or both are NaN, 0 elsewhere.</summary>
    readonly struct Equality<T> : IRowKernel<T, T, T>
    {
        public static void Invoke(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result)
        {
            if (typeof(T) == typeof(float)) Invoke<float>(left, right, result);
            else Invoke<double>(left, right, result);
        }

        public static void Invoke(ReadOnlySpan<T> left, T right, Span<T> result)
        {
            if (typeof(T) == typeof(float)) Invoke<float>(left, [right], result);
            else Invoke<double>(left, [right], result);
        }

        public static void Invoke(T left, ReadOnlySpan<T> right, Span<T> result) => Invoke(right, left, result);

        /// <summary>The right operand is as long as the others or one element.</summary>
        static void Invoke<TReal>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result) where TReal : unmanaged, IFloatingPointIeee754<TReal>
        {
            ReadOnlySpan<TReal> x = Element.As<T, TReal>(left), y = Element.As<T, TReal>(right);
            Span<TReal> r = Element.As<T, TReal>(result);
            int step = y.Length == 1 ? 0 : 1;
            for (int i = 0, j = 0; i < r.Length; i++, j += step) r[i] = x[i] == y[j] || (TReal.IsNaN(x[i]) && TReal.IsNaN(y[j])) ? TReal.One : TReal.Zero;
        }
    }
}
