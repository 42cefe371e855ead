using System.Numerics;

namespace AutoDiff;

/// <summary>Applies an operation to pairs of elements of arrays that broadcast, and records it.</summary>
/// <typeparam name="TOperation">The operation.</typeparam>
static class Binary<TOperation> where TOperation : struct, IBinaryOperation
{
    /// <summary>A new array of the common shape.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    internal static NDArray<T> Apply<T>(NDArray<T> x, NDArray<T> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        NDArray<T> result = Broadcast.Run<Arithmetic<TOperation, T>, T, T, T>(x, y, TOperation.Name);
        if (Tape.Watches(x, y)) result.Variable = new BinaryNode<TOperation, T>(result, x, y).Output;
        return result;
    }

    /// <summary>A new array of the shape of <paramref name="x"/>.</summary>
    internal static NDArray<T> Apply<T>(NDArray<T> x, T y)
    {
        ArgumentNullException.ThrowIfNull(x);
        NDArray<T> result = Broadcast.Run<Arithmetic<TOperation, T>, T, T, T>(x, y);
        if (Tape.Watches(x)) result.Variable = new BinaryNode<TOperation, T>(result, x, NDArray<T>.Scalar(y)).Output;
        return result;
    }

    /// <summary>A new array of the shape of <paramref name="y"/>.</summary>
    internal static NDArray<T> Apply<T>(T x, NDArray<T> y)
    {
        ArgumentNullException.ThrowIfNull(y);
        NDArray<T> result = Broadcast.Run<Arithmetic<TOperation, T>, T, T, T>(x, y);
        if (Tape.Watches(y)) result.Variable = new BinaryNode<TOperation, T>(result, NDArray<T>.Scalar(x), y).Output;
        return result;
    }
}

/// <summary>A recorded operation on pairs of elements.</summary>
sealed class BinaryNode<TOperation, T>(NDArray<T> result, NDArray<T> x, NDArray<T> y)
    : Node<T>(TOperation.Name, result.Layout, [x.Variable, y.Variable])
    where TOperation : struct, IBinaryOperation
{
    readonly int[] _xShape = x.Layout.Shape;
    readonly int[] _yShape = y.Layout.Shape;
    Application<T> _application = new(TOperation.Name, TOperation.Reads, x, y, result);

    protected override void Propagate(NDArray<T> gradient)
    {
        if (Inputs[0] is { } x) Give(x, TOperation.Left(gradient, _application).SumTo(_xShape));
        if (Inputs[1] is { } y) Give(y, TOperation.Right(gradient, _application).SumTo(_yShape));
    }

    internal override void Release()
    {
        base.Release();
        _application = default;
    }
}

/// <summary>The kernel of an operation for the element types that have arithmetic.</summary>
readonly struct Arithmetic<TOperation, T> : IRowKernel<T, T, T> where TOperation : struct, IBinaryOperation
{
    public static void Invoke(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result)
    {
        if (typeof(T) == typeof(float)) Invoke<float>(left, right, result);
        else if (typeof(T) == typeof(double)) Invoke<double>(left, right, result);
        else if (typeof(T) == typeof(int)) Invoke<int>(left, right, result);
        else throw Element.Unsupported<T>(TOperation.Name);
    }

    public static void Invoke(ReadOnlySpan<T> left, T right, Span<T> result)
    {
        if (typeof(T) == typeof(float)) Invoke<float>(left, right, result);
        else if (typeof(T) == typeof(double)) Invoke<double>(left, right, result);
        else if (typeof(T) == typeof(int)) Invoke<int>(left, right, result);
        else throw Element.Unsupported<T>(TOperation.Name);
    }

    public static void Invoke(T left, ReadOnlySpan<T> right, Span<T> result)
    {
        if (typeof(T) == typeof(float)) Invoke<float>(left, right, result);
        else if (typeof(T) == typeof(double)) Invoke<double>(left, right, result);
        else if (typeof(T) == typeof(int)) Invoke<int>(left, right, result);
        else throw Element.Unsupported<T>(TOperation.Name);
    }

    static void Invoke<TNumber>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result) where TNumber : unmanaged, INumber<TNumber> =>
        TOperation.Invoke(Element.As<T, TNumber>(left), Element.As<T, TNumber>(right), Element.As<T, TNumber>(result));

    static void Invoke<TNumber>(ReadOnlySpan<T> left, T right, Span<T> result) where TNumber : unmanaged, INumber<TNumber> =>
        TOperation.Invoke(Element.As<T, TNumber>(left), Element.As<T, TNumber>(right), Element.As<T, TNumber>(result));

    static void Invoke<TNumber>(T left, ReadOnlySpan<T> right, Span<T> result) where TNumber : unmanaged, INumber<TNumber> =>
        TOperation.Invoke(Element.As<T, TNumber>(left), Element.As<T, TNumber>(right), Element.As<T, TNumber>(result));
}
