using System.Numerics;

namespace AutoDiff;

/// <summary>The kernel of an operation for the element types that are real numbers.</summary>
readonly struct RealArithmetic<TOperation, T> : IRowKernel<T, T, T> where TOperation : struct, IRealBinaryOperation
{
    public static void Invoke(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result)
    {
        if (typeof(T) == typeof(float)) Invoke<float>(left, right, result);
        else if (typeof(T) == typeof(double)) Invoke<double>(left, right, result);
        else throw Element.Unsupported<T>(TOperation.Name);
    }

    public static void Invoke(ReadOnlySpan<T> left, T right, Span<T> result)
    {
        if (typeof(T) == typeof(float)) Invoke<float>(left, right, result);
        else if (typeof(T) == typeof(double)) Invoke<double>(left, right, result);
        else throw Element.Unsupported<T>(TOperation.Name);
    }

    public static void Invoke(T left, ReadOnlySpan<T> right, Span<T> result)
    {
        if (typeof(T) == typeof(float)) Invoke<float>(left, right, result);
        else if (typeof(T) == typeof(double)) Invoke<double>(left, right, result);
        else throw Element.Unsupported<T>(TOperation.Name);
    }

    static void Invoke<TReal>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result) where TReal : unmanaged, IFloatingPointIeee754<TReal> =>
        TOperation.Invoke(Element.As<T, TReal>(left), Element.As<T, TReal>(right), Element.As<T, TReal>(result));

    static void Invoke<TReal>(ReadOnlySpan<T> left, T right, Span<T> result) where TReal : unmanaged, IFloatingPointIeee754<TReal> =>
        TOperation.Invoke(Element.As<T, TReal>(left), Element.As<T, TReal>(right), Element.As<T, TReal>(result));

    static void Invoke<TReal>(T left, ReadOnlySpan<T> right, Span<T> result) where TReal : unmanaged, IFloatingPointIeee754<TReal> =>
        TOperation.Invoke(Element.As<T, TReal>(left), Element.As<T, TReal>(right), Element.As<T, TReal>(result));
}
