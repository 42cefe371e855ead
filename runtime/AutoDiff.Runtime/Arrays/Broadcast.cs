namespace AutoDiff;

/// <summary>What a kernel of two operands does with a row of them.</summary>
/// <typeparam name="TLeft">The element type of the left operand.</typeparam>
/// <typeparam name="TRight">The element type of the right operand.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
interface IRowKernel<TLeft, TRight, TResult>
{
    static abstract void Invoke(ReadOnlySpan<TLeft> left, ReadOnlySpan<TRight> right, Span<TResult> result);

    static abstract void Invoke(ReadOnlySpan<TLeft> left, TRight right, Span<TResult> result);

    static abstract void Invoke(TLeft left, ReadOnlySpan<TRight> right, Span<TResult> result);
}

/// <summary>Runs kernels of two operands over arrays that broadcast to one shape. Rows that do not lie side by side are gathered first.</summary>
static class Broadcast
{
    const int GatheredLength = 512;

    /// <summary>A new row-major array with the result for each pair of elements.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    internal static NDArray<TResult> Run<TKernel, TLeft, TRight, TResult>(NDArray<TLeft> left, NDArray<TRight> right, string operation)
        where TKernel : IRowKernel<TLeft, TRight, TResult>
    {
        Layout a = left.Layout, b = right.Layout;
        if (a.IsContiguous || b.IsContiguous)
        {
            if (a.IsContiguous && b.IsContiguous && a.HasShapeOf(b))
            {
                NDArray<TResult> same = NDArray<TResult>.Uninitialized(a);
                if (Blocks.Pay(a.Size)) RunBlocks<TKernel, TLeft, TRight, TResult>(left, right, same);
                else TKernel.Invoke(left.Span, right.Span, same.Span);
                return same;
            }
            if (a.IsContiguous && b.IsUniform && Fits(b, a))
            {
                NDArray<TResult> like = NDArray<TResult>.Uninitialized(a);
                Fill<TKernel, TLeft, TRight, TResult>(left, right.Memory[0], like);
                return like;
            }
            if (b.IsContiguous && a.IsUniform && Fits(a, b))
            {
                NDArray<TResult> like = NDArray<TResult>.Uninitialized(b);
                Fill<TKernel, TLeft, TRight, TResult>(left.Memory[0], right, like);
                return like;
            }
        }
        int[] shape = Shapes.Broadcast(a.Shape, b.Shape, operation);
        NDArray<TResult> result = NDArray<TResult>.Uninitialized(Layout.Of(shape));
        if (result.Size > 0) RunRows<TKernel, TLeft, TRight, TResult>(left, right, result);
        return result;
    }

    /// <summary>The same for an operand that is one number.</summary>
    internal static NDArray<TResult> Run<TKernel, TLeft, TRight, TResult>(NDArray<TLeft> left, TRight right)
        where TKernel : IRowKernel<TLeft, TRight, TResult>
    {
        left = left.Contiguous();
        NDArray<TResult> result = NDArray<TResult>.Uninitialized(left.Layout);
        Fill<TKernel, TLeft, TRight, TResult>(left, right, result);
        return result;
    }

    /// <summary>The same for an operand that is one number.</summary>
    internal static NDArray<TResult> Run<TKernel, TLeft, TRight, TResult>(TLeft left, NDArray<TRight> right)
        where TKernel : IRowKernel<TLeft, TRight, TResult>
    {
        right = right.Contiguous();
        NDArray<TResult> result = NDArray<TResult>.Uninitialized(right.Layout);
        Fill<TKernel, TLeft, TRight, TResult>(left, right, result);
        return result;
    }

    /// <summary>Whether a uniform operand does not enlarge the other one.</summary>
    static bool Fits(Layout uniform, Layout other) => uniform.Size == 1 ? uniform.Rank <= other.Rank : uniform.HasShapeOf(other);

    static void Fill<TKernel, TLeft, TRight, TResult>(NDArray<TLeft> left, TRight right, NDArray<TResult> result)
        where TKernel : IRowKernel<TLeft, TRight, TResult>
    {
        if (Blocks.Pay(result.Size)) RunBlocks<TKernel, TLeft, TRight, TResult>(left, right, result);
        else TKernel.Invoke(left.Span, right, result.Span);
    }

    static void Fill<TKernel, TLeft, TRight, TResult>(TLeft left, NDArray<TRight> right, NDArray<TResult> result)
        where TKernel : IRowKernel<TLeft, TRight, TResult>
    {
        if (Blocks.Pay(result.Size)) RunBlocks<TKernel, TLeft, TRight, TResult>(left, right, result);
        else TKernel.Invoke(left, right.Span, result.Span);
    }

    // Methods of their own, for a method with a lambda allocates what it captures before it does anything else.

    static void RunBlocks<TKernel, TLeft, TRight, TResult>(NDArray<TLeft> left, NDArray<TRight> right, NDArray<TResult> result)
        where TKernel : IRowKernel<TLeft, TRight, TResult> =>
        Blocks.Run(
            result.Size,
            (start, length) => TKernel.Invoke(left.Block(start, length).Span, right.Block(start, length).Span, result.Block(start, length).Span));

    static void RunBlocks<TKernel, TLeft, TRight, TResult>(NDArray<TLeft> left, TRight right, NDArray<TResult> result)
        where TKernel : IRowKernel<TLeft, TRight, TResult> =>
        Blocks.Run(result.Size, (start, length) => TKernel.Invoke(left.Block(start, length).Span, right, result.Block(start, length).Span));

    static void RunBlocks<TKernel, TLeft, TRight, TResult>(TLeft left, NDArray<TRight> right, NDArray<TResult> result)
        where TKernel : IRowKernel<TLeft, TRight, TResult> =>
        Blocks.Run(result.Size, (start, length) => TKernel.Invoke(left, right.Block(start, length).Span, result.Block(start, length).Span));

    static void RunRows<TKernel, TLeft, TRight, TResult>(NDArray<TLeft> left, NDArray<TRight> right, NDArray<TResult> result)
        where TKernel : IRowKernel<TLeft, TRight, TResult>
    {
        int[] shape = result.Layout.Shape;
        Rows rows = new(shape, Shapes.BroadcastStrides(left.Layout, shape), Shapes.BroadcastStrides(right.Layout, shape), result.Layout.Strides);
        ReadOnlySpan<TLeft> a = left.Memory;
        ReadOnlySpan<TRight> b = right.Memory;
        Span<TResult> r = result.Span;
        TLeft[] leftRow = rows.Stride0 is 0 or 1 ? [] : new TLeft[GatheredLength];
        TRight[] rightRow = rows.Stride1 is 0 or 1 ? [] : new TRight[GatheredLength];
        int piece = leftRow.Length + rightRow.Length == 0 ? rows.Length : GatheredLength;
        while (rows.Next())
        {
            for (int start = 0; start < rows.Length; start += piece)
            {
                int length = Math.Min(piece, rows.Length - start);
                Span<TResult> to = r.Slice(rows.Offset2 + start, length);
                ReadOnlySpan<TLeft> x = Row(a[(rows.Offset0 + start * rows.Stride0)..], rows.Stride0, leftRow, length);
                ReadOnlySpan<TRight> y = Row(b[(rows.Offset1 + start * rows.Stride1)..], rows.Stride1, rightRow, length);
                if (rows.Stride1 == 0) TKernel.Invoke(Full(x, length), y[0], to);
                else if (rows.Stride0 == 0) TKernel.Invoke(x[0], y, to);
                else TKernel.Invoke(x, y, to);
            }
        }
    }

    /// <summary>The elements of a row side by side; for a stride of 0 the one element.</summary>
    static ReadOnlySpan<T> Row<T>(ReadOnlySpan<T> from, int stride, T[] buffer, int length)
    {
        if (stride == 0) return from[..1];
        if (stride == 1) return from[..length];
        Strided.CopyRow(from, stride, buffer, 1, length);
        return buffer.AsSpan(0, length);
    }

    /// <summary>A row as long as the result's, also where one element stands for all.</summary>
    static ReadOnlySpan<T> Full<T>(ReadOnlySpan<T> row, int length)
    {
        if (row.Length == length) return row;
        T[] full = new T[length];
        Array.Fill(full, row[0]);
        return full;
    }
}
