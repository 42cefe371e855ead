using System.Numerics;

namespace AutoDiff;

/// <summary>An operation on pairs of elements: its name and its derivative. Its kernel is in one of the two interfaces below.</summary>
interface IBinaryRule
{
    /// <summary>The operation as messages name it.</summary>
    static abstract string Name { get; }

    /// <summary>What the derivative by the left operand reads, and the graph therefore keeps.</summary>
    static abstract Reads LeftReads { get; }

    /// <summary>What the derivative by the right operand reads.</summary>
    static abstract Reads RightReads { get; }

    /// <summary>What the left operand gets, before it is summed over the axes that it was broadcast along.</summary>
    static abstract NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of);

    /// <summary>What the right operand gets, before it is summed over the axes that it was broadcast along.</summary>
    static abstract NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of);
}

/// <summary>An operation on pairs of numbers of any kind, whole ones too.</summary>
interface IBinaryOperation : IBinaryRule
{
    static abstract void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T>;

    static abstract void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T>;

    static abstract void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T>;
}

/// <summary>An operation on pairs of real numbers.</summary>
interface IRealBinaryOperation : IBinaryRule
{
    static abstract void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T>;

    static abstract void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T>;

    static abstract void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T>;
}
