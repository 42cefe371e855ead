using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>eˣ over the sum of eˣ along an axis, without overflow.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>A new array of the same shape, whose elements along the axis add up to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> Softmax(int axis = -1) => RowOperation<Softmax>.Apply(this, axis);

    /// <summary>The logarithm of <see cref="Softmax"/>, also where that is too small to have one.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>A new array of the same shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> LogSoftmax(int axis = -1) => RowOperation<LogSoftmax>.Apply(this, axis);
}

/// <summary>r = eˣ / Σ eˣ; ∂x = r (g - Σ g r) for the gradient g of r</summary>
readonly struct Softmax : IRowOperation
{
    public static string Name => "Softmax";

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result, int length) where T : unmanaged, IFloatingPointIeee754<T>
    {
        RowOperation.SubtractMaxima(x, result, length);
        Exponential.Invoke<T>(result, result);
        for (int start = 0; start < result.Length; start += length)
        {
            Span<T> row = result.Slice(start, length);
            TensorPrimitives.Divide(row, TensorPrimitives.Sum<T>(row), row);
        }
    }

    public static void Backward<T>(ReadOnlySpan<T> gradient, ReadOnlySpan<T> result, Span<T> into, int length) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int start = 0; start < result.Length; start += length)
        {
            ReadOnlySpan<T> g = gradient.Slice(start, length), r = result.Slice(start, length);
            Span<T> row = into.Slice(start, length);
            StrongProduct.Invoke(g, r, row);
            T sum = TensorPrimitives.Sum<T>(row);
            if (T.IsZero(sum)) continue;
            TensorPrimitives.MultiplyAdd(r, -sum, row, row);
        }
    }

    public static NDArray<T> Backward<T>(NDArray<T> gradient, NDArray<T> result)
    {
        NDArray<T> products = gradient.Times(result);
        return products - products.Sum(-1, keepDims: true).Times(result);
    }
}

/// <summary>r = x - log Σ eˣ; ∂x = g - eʳ Σ g for the gradient g of r</summary>
readonly struct LogSoftmax : IRowOperation
{
    public static string Name => "LogSoftmax";

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result, int length) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] buffer = System.Buffers.ArrayPool<T>.Shared.Rent(result.Length);
        Span<T> exponentials = buffer.AsSpan(0, result.Length);
        RowOperation.SubtractMaxima(x, result, length);
        Exponential.Invoke<T>(result, exponentials);
        for (int start = 0; start < result.Length; start += length)
        {
            Span<T> row = result.Slice(start, length);
            TensorPrimitives.Subtract(row, T.Log(TensorPrimitives.Sum<T>(exponentials.Slice(start, length))), row);
        }
        System.Buffers.ArrayPool<T>.Shared.Return(buffer);
    }

    public static void Backward<T>(ReadOnlySpan<T> gradient, ReadOnlySpan<T> result, Span<T> into, int length) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Exponential.Invoke(result, into);
        for (int start = 0; start < result.Length; start += length)
        {
            ReadOnlySpan<T> g = gradient.Slice(start, length);
            Span<T> row = into.Slice(start, length);
            T sum = TensorPrimitives.Sum(g);
            if (T.IsZero(sum)) g.CopyTo(row);
            else TensorPrimitives.MultiplyAdd(row, -sum, g, row);
        }
    }

    public static NDArray<T> Backward<T>(NDArray<T> gradient, NDArray<T> result) =>
        gradient - gradient.Sum(-1, keepDims: true).Times(result.Exp());
}
