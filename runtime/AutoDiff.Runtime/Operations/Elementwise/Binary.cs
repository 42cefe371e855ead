using System.Numerics;

namespace AutoDiff;

/// <summary>Applies an operation to pairs of elements of arrays that broadcast, and records it.</summary>
static class Binary
{
    /// <summary>A new array of the common shape.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    internal static NDArray<T> Apply<TRule, TKernel, T>(NDArray<T> x, NDArray<T> y) where TRule : struct, IBinaryRule where TKernel : IRowKernel<T, T, T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        NDArray<T> result = Broadcast.Run<TKernel, T, T, T>(x, y, TRule.Name);
        if (Tape.Watches(x, y)) result.Variable = new BinaryNode<TRule, T>(result, x, y).Output;
        return result;
    }

    /// <summary>A new array of the shape of <paramref name="x"/>.</summary>
    internal static NDArray<T> Apply<TRule, TKernel, T>(NDArray<T> x, T y) where TRule : struct, IBinaryRule where TKernel : IRowKernel<T, T, T>
    {
        ArgumentNullException.ThrowIfNull(x);
        NDArray<T> result = Broadcast.Run<TKernel, T, T, T>(x, y);
        if (Tape.Watches(x)) result.Variable = new BinaryNode<TRule, T>(result, x, (TRule.LeftReads & Reads.Y) != 0 ? NDArray<T>.Scalar(y) : null).Output;
        return result;
    }

    /// <summary>A new array of the shape of <paramref name="y"/>.</summary>
    internal static NDArray<T> Apply<TRule, TKernel, T>(T x, NDArray<T> y) where TRule : struct, IBinaryRule where TKernel : IRowKernel<T, T, T>
    {
        ArgumentNullException.ThrowIfNull(y);
        NDArray<T> result = Broadcast.Run<TKernel, T, T, T>(x, y);
        if (Tape.Watches(y)) result.Variable = new BinaryNode<TRule, T>(result, (TRule.RightReads & Reads.X) != 0 ? NDArray<T>.Scalar(x) : null, y).Output;
        return result;
    }
}

/// <summary>Applies an operation to pairs of numbers.</summary>
/// <typeparam name="TOperation">The operation.</typeparam>
static class Binary<TOperation> where TOperation : struct, IBinaryOperation
{
    /// <inheritdoc cref="Binary.Apply{TRule, TKernel, T}(NDArray{T}, NDArray{T})"/>
    internal static NDArray<T> Apply<T>(NDArray<T> x, NDArray<T> y) => Binary.Apply<TOperation, Arithmetic<TOperation, T>, T>(x, y);

    /// <inheritdoc cref="Binary.Apply{TRule, TKernel, T}(NDArray{T}, T)"/>
    internal static NDArray<T> Apply<T>(NDArray<T> x, T y) => Binary.Apply<TOperation, Arithmetic<TOperation, T>, T>(x, y);

    /// <inheritdoc cref="Binary.Apply{TRule, TKernel, T}(T, NDArray{T})"/>
    internal static NDArray<T> Apply<T>(T x, NDArray<T> y) => Binary.Apply<TOperation, Arithmetic<TOperation, T>, T>(x, y);
}

/// <summary>Applies an operation to pairs of real numbers.</summary>
/// <typeparam name="TOperation">The operation.</typeparam>
static class RealBinary<TOperation> where TOperation : struct, IRealBinaryOperation
{
    /// <inheritdoc cref="Binary.Apply{TRule, TKernel, T}(NDArray{T}, NDArray{T})"/>
    internal static NDArray<T> Apply<T>(NDArray<T> x, NDArray<T> y) => Binary.Apply<TOperation, RealArithmetic<TOperation, T>, T>(x, y);

    /// <inheritdoc cref="Binary.Apply{TRule, TKernel, T}(NDArray{T}, T)"/>
    internal static NDArray<T> Apply<T>(NDArray<T> x, T y) => Binary.Apply<TOperation, RealArithmetic<TOperation, T>, T>(x, y);

    /// <inheritdoc cref="Binary.Apply{TRule, TKernel, T}(T, NDArray{T})"/>
    internal static NDArray<T> Apply<T>(T x, NDArray<T> y) => Binary.Apply<TOperation, RealArithmetic<TOperation, T>, T>(x, y);
}

/// <summary>A recorded operation on pairs of elements. An operand is null if it is a number that the derivative by the other one does not read.</summary>
sealed class BinaryNode<TRule, T>(NDArray<T> result, NDArray<T>? x, NDArray<T>? y)
    : Node<T>(TRule.Name, result.Layout, [x?.Variable, y?.Variable])
    where TRule : struct, IBinaryRule
{
    readonly int[] _xShape = x is null ? [] : x.Layout.Shape;
    readonly int[] _yShape = y is null ? [] : y.Layout.Shape;
    Application<T> _application = new(TRule.Name, Read(x, y), x, y, result);

    /// <summary>A constant operand has no derivative, which therefore reads nothing.</summary>
    static Reads Read(NDArray<T>? x, NDArray<T>? y) =>
        (x?.Variable is null ? default : TRule.LeftReads) | (y?.Variable is null ? default : TRule.RightReads);

    protected override void Propagate(NDArray<T> gradient)
    {
        if (Inputs[0] is { } x) Give(x, TRule.Left(gradient, _application).SumTo(_xShape));
        if (Inputs[1] is { } y) Give(y, TRule.Right(gradient, _application).SumTo(_yShape));
    }

    internal override void Release()
    {
        base.Release();
        _application = default;
    }
}
