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
        if (Tape.Watches(left, right)) result.Variable = new ContractionNode<T>(result, operation, left, right).Output;
        return result;
    }

    static NDArray<T> Matrices<T>(NDArray<T> left, NDArray<T> right, GradientOperand gradient)
    {
        NDArray<T> result = NDArray<T>.Uninitialized(Layout.Of([left.Layout.Shape[0], right.Layout.Shape[1]]));
        StrongZeros.Multiply(At(left, 0), At(right, 0), At(result, 0), gradient);
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
                StrongZeros.Multiply(x, y, product, gradient);
            }
            return result;
        }
        int perPart = (int)Math.Clamp((4 << 20) / Math.Max(volume, 1), 1, products);
        Cores.For((products + perPart - 1) / perPart, part =>
        {
            for (int i = part * perPart; i < Math.Min((part + 1) * perPart, products); i++)
            {
                (Matrix<T> x, Matrix<T> y, Matrix<T> product) = Operands(i);
                StrongZeros.MultiplyOnThisCore(x, y, product, gradient);
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

/// <summary>A recorded product.</summary>
sealed class ContractionNode<T>(NDArray<T> result, string operation, NDArray<T> left, NDArray<T> right)
    : Node<T>(operation, result.Layout, [left.Variable, right.Variable])
{
    readonly int[] _leftShape = left.Layout.Shape, _rightShape = right.Layout.Shape;
    Saved<T>? _left = right.Variable is null ? null : new(left), _right = left.Variable is null ? null : new(right);

    protected override void Propagate(NDArray<T> gradient)
    {
        if (Inputs[0] is { } left)
            GiveOwned(left, Contraction.Apply(Operation, gradient, Transposed(_right), GradientOperand.Left).SumTo(_leftShape));
        if (Inputs[1] is { } right)
            GiveOwned(right, Contraction.Apply(Operation, Transposed(_left), gradient, GradientOperand.Right).SumTo(_rightShape));
    }

    NDArray<T> Transposed(Saved<T>? saved) => saved!.Value.For(Operation).SwapAxes(-2, -1);

    internal override void Release()
    {
        base.Release();
        (_left, _right) = (null, null);
    }
}
