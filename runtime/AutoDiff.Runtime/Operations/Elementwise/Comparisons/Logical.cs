namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>Where both masks are true; the shapes broadcast.</summary>
    /// <param name="other">The right operand.</param>
    /// <returns>A new mask of the common shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    /// <exception cref="NotSupportedException">The elements are not <see cref="bool"/>.</exception>
    public NDArray<bool> LogicalAnd(NDArray<TElement> other) => Logical<Conjunction>.Apply(this, other);

    /// <summary>Where at least one of the masks is true; the shapes broadcast.</summary>
    /// <inheritdoc cref="LogicalAnd"/>
    public NDArray<bool> LogicalOr(NDArray<TElement> other) => Logical<Disjunction>.Apply(this, other);

    /// <summary>Where the mask is false.</summary>
    /// <returns>A new mask of the same shape.</returns>
    /// <exception cref="NotSupportedException">The elements are not <see cref="bool"/>.</exception>
    public NDArray<bool> LogicalNot() => Logical<Conjunction>.Mask(this, "LogicalNot").ElementsEqual(false);

    /// <summary>Where both masks are true; the shapes broadcast.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new mask of the common shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    /// <exception cref="NotSupportedException">The elements are not <see cref="bool"/>.</exception>
    public static NDArray<bool> operator &(NDArray<TElement> left, NDArray<TElement> right) => Logical<Conjunction>.Apply(left, right);

    /// <summary>Where at least one of the masks is true; the shapes broadcast.</summary>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>A new mask of the common shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    /// <exception cref="NotSupportedException">The elements are not <see cref="bool"/>.</exception>
    public static NDArray<bool> operator |(NDArray<TElement> left, NDArray<TElement> right) => Logical<Disjunction>.Apply(left, right);

    /// <summary>Where the mask is false.</summary>
    /// <param name="operand">The operand.</param>
    /// <returns>A new mask of the same shape.</returns>
    /// <exception cref="NotSupportedException">The elements are not <see cref="bool"/>.</exception>
    public static NDArray<bool> operator !(NDArray<TElement> operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        return operand.LogicalNot();
    }
}

/// <summary>An operation on pairs of truth values that does not depend on their order.</summary>
interface ILogicalOperation
{
    /// <summary>The operation as messages name it.</summary>
    static abstract string Name { get; }

    static abstract bool Invoke(bool x, bool y);
}

/// <summary>x and y</summary>
readonly struct Conjunction : ILogicalOperation
{
    public static string Name => "LogicalAnd";

    public static bool Invoke(bool x, bool y) => x & y;
}

/// <summary>x or y</summary>
readonly struct Disjunction : ILogicalOperation
{
    public static string Name => "LogicalOr";

    public static bool Invoke(bool x, bool y) => x | y;
}

/// <summary>Applies a logical operation to pairs of elements of masks that broadcast.</summary>
/// <typeparam name="TOperation">The operation.</typeparam>
static class Logical<TOperation> where TOperation : struct, ILogicalOperation
{
    /// <summary>A new mask of the common shape.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    internal static NDArray<bool> Apply<T>(NDArray<T> x, NDArray<T> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return Broadcast.Run<Kernel, bool, bool, bool>(Mask(x, TOperation.Name), Mask(y, TOperation.Name), TOperation.Name);
    }

    /// <summary>The array as the mask that it is.</summary>
    /// <exception cref="NotSupportedException">It is none.</exception>
    internal static NDArray<bool> Mask<T>(NDArray<T> array, string operation) => array as NDArray<bool> ?? throw Element.Unsupported<T>(operation);

    readonly struct Kernel : IRowKernel<bool, bool, bool>
    {
        public static void Invoke(ReadOnlySpan<bool> left, ReadOnlySpan<bool> right, Span<bool> result)
        {
            for (int i = 0; i < result.Length; i++) result[i] = TOperation.Invoke(left[i], right[i]);
        }

        public static void Invoke(ReadOnlySpan<bool> left, bool right, Span<bool> result)
        {
            for (int i = 0; i < result.Length; i++) result[i] = TOperation.Invoke(left[i], right);
        }

        public static void Invoke(bool left, ReadOnlySpan<bool> right, Span<bool> result) => Invoke(right, left, result);
    }
}
