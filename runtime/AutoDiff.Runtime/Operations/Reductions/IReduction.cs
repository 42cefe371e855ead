using System.Numerics;

namespace AutoDiff;

/// <summary>An operation that makes one number of many: its kernel and its derivative.</summary>
interface IReduction
{
    /// <summary>The operation as messages name it.</summary>
    static abstract string Name { get; }

    /// <summary>What the derivative reads, and the graph therefore keeps.</summary>
    static abstract Reads Reads { get; }

    /// <summary>The value for no elements.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    static abstract T Identity<T>() where T : unmanaged, INumber<T>;

    /// <summary>The value for at least one element.</summary>
    static abstract T Reduce<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T>;

    /// <summary>Takes one more element into each of many values.</summary>
    static abstract void Combine<T>(Span<T> into, ReadOnlySpan<T> x) where T : unmanaged, INumber<T>;

    /// <summary>What the operand gets.</summary>
    /// <param name="gradient">The gradient of the result, in which reduced axes have length 1.</param>
    /// <param name="of">The operand and the result; the result's reduced axes have length 1.</param>
    /// <param name="shape">The shape of the operand.</param>
    static abstract NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of, int[] shape);
}
