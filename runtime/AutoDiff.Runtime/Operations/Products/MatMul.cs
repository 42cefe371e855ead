namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>
    /// The matrix product, as NumPy's <c>matmul</c>: over the last axis of this array and the last but one of the other; axes before those broadcast. An array
    /// with one axis is a row on the left and a column on the right, and that axis is absent from the result.
    /// </summary>
    /// <param name="other">The right operand.</param>
    /// <returns>A new array: … × m × k times … × k × n is … × m × n.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, or an operand has no axes.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> MatMul(NDArray<TElement> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Rank == 0 || other.Rank == 0) throw Contraction.Unfit("MatMul", this, other);
        if (Rank > 1 && other.Rank > 1) return Contraction.Apply("MatMul", this, other);
        NDArray<TElement> left = Rank > 1 ? this : Reshape(1, Size);
        NDArray<TElement> right = other.Rank > 1 ? other : other.Reshape(other.Size, 1);
        if (left.Layout.Shape[^1] != right.Layout.Shape[^2]) throw Contraction.Unfit("MatMul", this, other);
        NDArray<TElement> result = Contraction.Apply("MatMul", left, right);
        List<int> shape = [.. result.Shape];
        if (Rank == 1) shape.RemoveAt(shape.Count - 2);
        if (other.Rank == 1) shape.RemoveAt(shape.Count - 1);
        return result.Reshape(shape.ToArray());
    }
}

/// <summary>r = a · b over the last two axes; ∂a = ∂r · bᵀ, ∂b = aᵀ · ∂r, in which a zero of ∂r counts for nothing</summary>
static class Contraction
{
    /// <summary>The product of operands with at least two axes, of which one may be a gradient.</summary>
    internal static NDArray<T> Apply<T>(string operation, NDArray<T> left, NDArray<T> right, GradientOperand gradient = GradientOperand.None)
    {
        if (!Element.IsReal<T>()) throw Element.Unsupported<T>(operation);
        int inner = left.Layout.Shape[^1];
        if (inner != right.Layout.Shape[^2]) throw Unfit(operation, left, right);
        if (left.Rank > 2 && right.Rank == 2 && left.IsContiguous)
        {
            // One product of many rows instead of many products.
            int[] shape = [.. left.Shape[..^1], right.Layout.Shape[1]];
            return Apply(operation, left.Reshape(Shapes.Count(left.Shape[..^1]), inner), right, gradient).Reshape(shape);
        }
        NDArray<T> result = left.Rank == 2 && right.Rank == 2 ? Matrices(left, right, gradient) : Batches(operation, left, right, gradient);
        GC.KeepAlive(left);
        GC.KeepAlive(right);
        return Tape.Watches(left, right) ? Recorded(result, operation, left, right) : result;
    }

    static NDArray<T> Recorded<T>(NDArray<T> result, string operation, NDArray<T> left, NDArray<T> right)
    {
        int[] leftShape = left.Layout.Shape, rightShape = right.Layout.Shape;
        Saved<T>? savedLeft = right.Variable is null ? null : new(left), savedRight = left.Variable is null ? null : new(right);
        return Tape.Record(result, operation, [left, right], (gradient, operand) => operand == 0
            ? Apply(operation, gradient, savedRight!.Value.For(operation).SwapAxes(-2, -1), GradientOperand.Left).SumTo(leftShape)
            : Apply(operation, savedLeft!.Value.For(operation).SwapAxes(-2, -1), gradient, GradientOperand.Right).SumTo(rightShape));
    }

    static NDArray<T> Matrices<T>(NDArray<T> left, NDArray<T> right, GradientOperand gradient)
    {
        NDArray<T> result = NDArray<T>.Uninitialized(Layout.Of([left.Layout.Shape[0], right.Layout.Shape[1]]));
        Matrix<T> a = At(left, 0), b = At(right, 0), c = At(result, 0);
        MatrixProduct.Multiply(a, b, c);
        StrongZeros.Mend(a, b, c, gradient);
        return result;
    }

    static NDArray<T> Batches<T>(string operation, NDArray<T> left, NDArray<T> right, GradientOperand gradient)
    {
        int[] batch;
        try
        {
            batch = Shapes.Broadcast(left.Layout.Shape[..^2], right.Layout.Shape[..^2], operation);
        }
        catch (ArgumentException)
        {
            throw Unfit(operation, left, right);
        }
        int rows = left.Layout.Shape[^2], columns = right.Layout.Shape[^1];
        NDArray<T> result = NDArray<T>.Uninitialized(Layout.Of([.. batch, rows, columns]));
        if (result.Size == 0) return result;
        int[] leftOffsets = Offsets(left.Layout, batch), rightOffsets = Offsets(right.Layout, batch);
        Matrix<T> a = At(left, 0), b = At(right, 0), c = At(result, 0);
        int products = leftOffsets.Length;
        long volume = (long)rows * columns * a.Columns;
        if (products == 1 || volume > 32 << 20)
        {
            for (int i = 0; i < products; i++)
            {
                (Matrix<T> x, Matrix<T> y, Matrix<T> product) = Operands(i);
                MatrixProduct.Multiply(x, y, product);
                StrongZeros.Mend(x, y, product, gradient);
            }
            return result;
        }
        int perPart = (int)Math.Clamp((4 << 20) / Math.Max(volume, 1), 1, products);
        Cores.For((products + perPart - 1) / perPart, part =>
        {
            for (int i = part * perPart; i < Math.Min((part + 1) * perPart, products); i++)
            {
                (Matrix<T> x, Matrix<T> y, Matrix<T> product) = Operands(i);
                MatrixProduct.MultiplyOnThisCore(x, y, product);
                StrongZeros.Mend(x, y, product, gradient);
            }
        });
        return result;

        (Matrix<T> Left, Matrix<T> Right, Matrix<T> Product) Operands(int i) =>
            (Moved(a, leftOffsets[i]), Moved(b, rightOffsets[i]), Moved(c, i * rows * columns));
    }

    /// <summary>Where the matrices of an array begin that is repeated to the axes <paramref name="batch"/>.</summary>
    static int[] Offsets(Layout layout, int[] batch)
    {
        Layout own = Layout.Strided(layout.Shape[..^2], layout.Strides[..^2]);
        int[] strides = Shapes.BroadcastStrides(own, batch);
        int[] index = new int[batch.Length];
        int[] offsets = new int[Shapes.Count(batch)];
        for (int i = 1; i < offsets.Length; i++)
        {
            int offset = offsets[i - 1];
            for (int axis = batch.Length - 1; axis >= 0; axis--)
            {
                offset += strides[axis];
                if (++index[axis] < batch[axis]) break;
                offset -= strides[axis] * batch[axis];
                index[axis] = 0;
            }
            offsets[i] = offset;
        }
        return offsets;
    }

    static Matrix<T> Moved<T>(Matrix<T> matrix, int offset) => matrix with { Offset = matrix.Offset + offset };

    /// <summary>The last two axes of an array.</summary>
    static Matrix<T> At<T>(NDArray<T> array, int offset)
    {
        Layout layout = array.Layout;
        return array.Matrix(offset, layout.Shape[^2], layout.Shape[^1], layout.Strides[^2], layout.Strides[^1]);
    }

    internal static ArgumentException Unfit<T>(string operation, NDArray<T> left, NDArray<T> right) =>
        new($"{operation}: the shapes {Shapes.Text(left.Shape)} and {Shapes.Text(right.Shape)} do not fit together.", "other");
}
