using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class NDArray
{
    /// <summary>Elements of one array where a mask is true and of another one where it is false; all three shapes broadcast.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="mask">Which array to take from.</param>
    /// <param name="a">The elements where the mask is true.</param>
    /// <param name="b">The elements where the mask is false.</param>
    /// <returns>A new array of the common shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    /// <remarks>An element that is not taken contributes nothing to a derivative, not even NaN.</remarks>
    public static NDArray<T> Where<T>(NDArray<bool> mask, NDArray<T> a, NDArray<T> b)
    {
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        int[] shape = Shapes.Broadcast(Shapes.Broadcast(mask.Layout.Shape, a.Layout.Shape, "Where"), b.Layout.Shape, "Where");
        NDArray<T> result = NDArray<T>.Uninitialized(Layout.Of(shape));
        if (result.Size > 0) Select(mask, a, b, result);
        return Selection.Record(result, mask, a, b);
    }

    /// <inheritdoc cref="Where{T}(NDArray{bool}, NDArray{T}, NDArray{T})"/>
    public static NDArray<T> Where<T>(NDArray<bool> mask, NDArray<T> a, T b) => Where(mask, a, NDArray<T>.Scalar(b));

    /// <inheritdoc cref="Where{T}(NDArray{bool}, NDArray{T}, NDArray{T})"/>
    public static NDArray<T> Where<T>(NDArray<bool> mask, T a, NDArray<T> b) => Where(mask, NDArray<T>.Scalar(a), b);

    /// <inheritdoc cref="Where{T}(NDArray{bool}, NDArray{T}, NDArray{T})"/>
    public static NDArray<T> Where<T>(NDArray<bool> mask, T a, T b) => Where(mask, NDArray<T>.Scalar(a), NDArray<T>.Scalar(b));

    static void Select<T>(NDArray<bool> mask, NDArray<T> whenTrue, NDArray<T> whenFalse, NDArray<T> result)
    {
        int[] shape = result.Layout.Shape;
        ReadOnlySpan<bool> m = mask.Memory;
        ReadOnlySpan<T> a = whenTrue.Memory, b = whenFalse.Memory;
        Span<T> to = result.Span; // its rows lie one behind the other
        Rows rows = new(
            shape, Shapes.BroadcastStrides(mask.Layout, shape), Shapes.BroadcastStrides(whenTrue.Layout, shape), Shapes.BroadcastStrides(whenFalse.Layout, shape));
        while (rows.Next())
        {
            Row(m[rows.Offset0..], rows.Stride0, a[rows.Offset1..], rows.Stride1, b[rows.Offset2..], rows.Stride2, to[..rows.Length]);
            to = to[rows.Length..];
        }
    }

    [MethodImpl(Compiled.ByItself)] // large arrays are rare and long
    static void Row<T>(ReadOnlySpan<bool> mask, int maskStride, ReadOnlySpan<T> a, int aStride, ReadOnlySpan<T> b, int bStride, Span<T> to)
    {
        if (maskStride == 1 && aStride == 1 && bStride == 1)
        {
            for (int n = 0; n < to.Length; n++) to[n] = mask[n] ? a[n] : b[n];
            return;
        }
        (int i, int j, int k) = (0, 0, 0);
        for (int n = 0; n < to.Length; n++)
        {
            to[n] = mask[i] ? a[j] : b[k];
            (i, j, k) = (i + maskStride, j + aStride, k + bStride);
        }
    }
}

/// <summary>The derivative of a selection: the gradient goes where the element came from.</summary>
static class Selection
{
    internal static NDArray<T> Record<T>(NDArray<T> result, NDArray<bool> mask, NDArray<T> whenTrue, NDArray<T> whenFalse)
    {
        if (!Tape.Watches(whenTrue, whenFalse)) return result;
        Saved<bool> saved = new(mask);
        int[] trueShape = whenTrue.Layout.Shape, falseShape = whenFalse.Layout.Shape;
        T zero = Element.From<T>(0);
        return Tape.Record(result, "Where", [whenTrue, whenFalse], (gradient, operand) => operand == 0
            ? NDArray.Where(saved.For("Where"), gradient, zero).SumTo(trueShape)
            : NDArray.Where(saved.For("Where"), zero, gradient).SumTo(falseShape));
    }
}
