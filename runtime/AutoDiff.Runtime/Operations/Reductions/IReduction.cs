namespace AutoDiff;

/// <summary>An operation that makes one number of many: its values and its derivative.</summary>
interface IReduction
{
    /// <summary>The operation as messages name it.</summary>
    static abstract string Name { get; }

    /// <summary>What the derivative reads, and the graph therefore keeps.</summary>
    static abstract Reads Reads { get; }

    /// <summary>The values, a new array in which reduced axes have length 1.</summary>
    /// <param name="x">The operand, which is in no graph.</param>
    /// <param name="reduced">For each axis whether it is reduced.</param>
    /// <exception cref="ArgumentException">There is no value of no elements.</exception>
    /// <exception cref="NotSupportedException">The element type has no such operation.</exception>
    static abstract NDArray<T> Values<T>(NDArray<T> x, bool[] reduced);

    /// <summary>What the operand gets.</summary>
    /// <param name="gradient">The gradient of the result, in which reduced axes have length 1.</param>
    /// <param name="of">The operand and the result.</param>
    /// <param name="axes">The reduced axes.</param>
    /// <param name="shape">The shape of the operand.</param>
    static abstract NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of, int[] axes, int[] shape);
}
