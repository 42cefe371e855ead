using System.Numerics;

namespace AutoDiff;

/// <summary>An operation on pairs of elements: its kernel and its derivative.</summary>
interface IBinaryOperation
{
    /// <summary>The operation as messages name it.</summary>
    static abstract string Name { get; }

    /// <summary>What the derivative reads, and the graph therefore keeps.</summary>
    static abstract Reads Reads { get; }

    static abstract void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T>;

    static abstract void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T>;

    static abstract void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T>;

    /// <summary>What the left operand gets, before it is summed over the axes that it was broadcast along.</summary>
    static abstract NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of);

    /// <summary>What the right operand gets, before it is summed over the axes that it was broadcast along.</summary>
    static abstract NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of);
}
