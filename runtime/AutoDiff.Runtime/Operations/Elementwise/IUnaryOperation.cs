using System.Numerics;

namespace AutoDiff;

/// <summary>An operation on single elements: its kernel and its derivative.</summary>
interface IUnaryOperation
{
    /// <summary>The operation as messages name it.</summary>
    static abstract string Name { get; }

    /// <summary>What the derivative reads, and the graph therefore keeps.</summary>
    static abstract Reads Reads { get; }

    static abstract void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>What the operand gets.</summary>
    static abstract NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of);
}
