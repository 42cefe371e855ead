using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff;

/// <summary>An operation on the rows along one axis, each result of which depends on its whole row: its kernel and its derivative.</summary>
interface IRowOperation
{
    /// <summary>The operation as messages name it.</summary>
    static abstract string Name { get; }

    /// <summary>The results of several rows of <paramref name="length"/> elements, one behind the other.</summary>
    static abstract void Invoke<T>(ReadOnlySpan<T> x, Span<T> result, int length) where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>What the operand gets, in one go.</summary>
    static abstract void Backward<T>(ReadOnlySpan<T> gradient, ReadOnlySpan<T> result, Span<T> into, int length) where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>What the operand gets, in operations that are recorded, for higher derivatives. The rows lie along the last axis.</summary>
    static abstract NDArray<T> Backward<T>(NDArray<T> gradient, NDArray<T> result);
}

/// <summary>What operations on rows share.</summary>
static class RowOperation
{
    /// <summary>Makes the largest element of each row 0, so that no exponential overflows.</summary>
    internal static void SubtractMaxima<T>(ReadOnlySpan<T> x, Span<T> result, int length) where T : unmanaged, INumber<T>
    {
        for (int start = 0; start < result.Length; start += length)
        {
            ReadOnlySpan<T> row = x.Slice(start, length);
            TensorPrimitives.Subtract(row, TensorPrimitives.Max(row), result.Slice(start, length));
        }
    }
}

/// <summary>Applies an operation to the rows along an axis, and records it.</summary>
/// <typeparam name="TOperation">The operation.</typeparam>
static class RowOperation<TOperation> where TOperation : struct, IRowOperation
{
    /// <summary>Elements whose intermediate values stay in the first cache.</summary>
    const int BlockSize = 2048;

    /// <summary>Elements that are worth the start of another core.</summary>
    const int PieceSize = 1 << 15;

    /// <summary>A new array of the shape of <paramref name="x"/>.</summary>
    internal static NDArray<T> Apply<T>(NDArray<T> x, int axis)
    {
        axis = Shapes.Axis(axis, x.Shape, TOperation.Name);
        return axis == x.Rank - 1 ? ApplyToRows(x) : ApplyToRows(x.SwapAxes(axis, -1)).SwapAxes(axis, -1);
    }

    static NDArray<T> ApplyToRows<T>(NDArray<T> x)
    {
        if (!Element.IsReal<T>()) throw Element.Unsupported<T>(TOperation.Name);
        NDArray<T> operand = x.Contiguous();
        NDArray<T> result = NDArray<T>.Uninitialized(operand.Layout);
        if (typeof(T) == typeof(float)) Invoke<T, float>(operand, result);
        else Invoke<T, double>(operand, result);
        if (!Tape.Watches(x)) return result;
        Saved<T> saved = new(result);
        return Tape.Record(result, TOperation.Name, x, gradient => Backward(gradient, saved.For(TOperation.Name)));
    }

    static NDArray<T> Backward<T>(NDArray<T> gradient, NDArray<T> result)
    {
        if (Autograd.IsRecording) return TOperation.Backward(gradient, result);
        gradient = gradient.Contiguous();
        NDArray<T> into = NDArray<T>.Uninitialized(result.Layout);
        if (typeof(T) == typeof(float)) Backward<T, float>(gradient, result, into);
        else Backward<T, double>(gradient, result, into);
        return into;
    }

    static void Invoke<T, TReal>(NDArray<T> x, NDArray<T> result) where TReal : unmanaged, IFloatingPointIeee754<TReal>
    {
        int length = result.Size == 0 ? 0 : result.Shape[^1];
        InBlocks(result.Size, length, (start, size) => TOperation.Invoke(
            Element.As<T, TReal>((ReadOnlySpan<T>)x.Span.Slice(start, size)), Element.As<T, TReal>(result.Span.Slice(start, size)), length));
    }

    static void Backward<T, TReal>(NDArray<T> gradient, NDArray<T> result, NDArray<T> into) where TReal : unmanaged, IFloatingPointIeee754<TReal>
    {
        int length = result.Size == 0 ? 0 : result.Shape[^1];
        InBlocks(result.Size, length, (start, size) => TOperation.Backward(
            Element.As<T, TReal>((ReadOnlySpan<T>)gradient.Span.Slice(start, size)), Element.As<T, TReal>((ReadOnlySpan<T>)result.Span.Slice(start, size)),
            Element.As<T, TReal>(into.Span.Slice(start, size)), length));
    }

    /// <summary>Calls a kernel for blocks of whole rows, on several cores where that pays. The blocks depend on the shape alone.</summary>
    static void InBlocks(int size, int length, Action<int, int> kernel)
    {
        if (size == 0) return;
        int block = Math.Max(BlockSize / length, 1) * length;
        int blocks = (size + block - 1) / block;
        if (size < 2 * PieceSize)
        {
            for (int i = 0; i < blocks; i++) kernel(i * block, Math.Min(block, size - i * block));
            return;
        }
        Cores.For(blocks, i => kernel(i * block, Math.Min(block, size - i * block)));
    }
}
