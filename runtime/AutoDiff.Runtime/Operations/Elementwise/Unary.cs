using System.Numerics;

namespace AutoDiff;

/// <summary>Applies an operation to every element of an array, and records it.</summary>
/// <typeparam name="TOperation">The operation.</typeparam>
static class Unary<TOperation> where TOperation : struct, IUnaryOperation
{
    /// <summary>A new array of the shape of <paramref name="x"/>.</summary>
    internal static NDArray<T> Apply<T>(NDArray<T> x)
    {
        NDArray<T> operand = x.Contiguous();
        NDArray<T> result = NDArray<T>.Uninitialized(operand.Layout);
        if (Blocks.Pay(operand.Size)) InvokeInBlocks(operand, result);
        else Invoke<T>(operand.Span, result.Span);
        if (Tape.Watches(x)) result.Variable = new UnaryNode<TOperation, T>(result, x).Output;
        return result;
    }

    static void InvokeInBlocks<T>(NDArray<T> x, NDArray<T> result) =>
        Blocks.Run(x.Size, (start, length) => Invoke<T>(x.Block(start, length).Span, result.Block(start, length).Span));

    static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result)
    {
        if (typeof(T) == typeof(float)) Invoke<T, float>(x, result);
        else if (typeof(T) == typeof(double)) Invoke<T, double>(x, result);
        else if (typeof(T) == typeof(int) && TOperation.TakesIntegers) TOperation.Invoke(Element.As<T, int>(x), Element.As<T, int>(result));
        else throw Element.Unsupported<T>(TOperation.Name);
    }

    static void Invoke<T, TReal>(ReadOnlySpan<T> x, Span<T> result) where TReal : unmanaged, IFloatingPointIeee754<TReal> =>
        TOperation.Invoke(Element.As<T, TReal>(x), Element.As<T, TReal>(result));
}

/// <summary>A recorded operation on single elements.</summary>
sealed class UnaryNode<TOperation, T>(NDArray<T> result, NDArray<T> x) : Node<T>(TOperation.Name, result.Layout, [x.Variable])
    where TOperation : struct, IUnaryOperation
{
    Application<T> _application = new(TOperation.Name, TOperation.Reads, x, null, result);

    protected override void Propagate(NDArray<T> gradient) => Give(Inputs[0]!, TOperation.Backward(gradient, _application));

    internal override void Release()
    {
        base.Release();
        _application = default;
    }
}
