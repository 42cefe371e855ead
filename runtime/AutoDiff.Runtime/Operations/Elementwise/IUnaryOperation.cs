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

    /// <summary>Whether the operation is defined for whole numbers too.</summary>
    static virtual bool TakesIntegers => false;

    static virtual void Invoke(ReadOnlySpan<int> x, Span<int> result) => throw Element.Unsupported<int>("The operation");

    /// <summary>What the operand gets.</summary>
    static abstract NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of);
}
