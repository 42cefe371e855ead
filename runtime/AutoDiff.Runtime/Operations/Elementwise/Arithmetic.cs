using System.Numerics;

namespace AutoDiff;

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
