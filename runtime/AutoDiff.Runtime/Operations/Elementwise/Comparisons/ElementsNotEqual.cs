using System.Numerics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>Where the element differs from the other one; the shapes broadcast. NaN equals nothing.</summary>
    /// <param name="b">The right operand.</param>
    /// <returns>A new mask of the common shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    /// <remarks><c>!=</c> keeps the meaning it has in C#: whether two references are the same array.</remarks>
    public NDArray<bool> ElementsNotEqual(NDArray<TElement> b) => Equality<ElementsNotEqual>.Apply(this, b);

    /// <summary>Where the element differs from a value.</summary>
    /// <param name="b">The right operand.</param>
    /// <returns>A new mask of the same shape.</returns>
    public NDArray<bool> ElementsNotEqual(TElement b) => Equality<ElementsNotEqual>.Apply(this, b);
}

/// <summary>x != y</summary>
readonly struct ElementsNotEqual : IEquality
{
    public static string Name => "ElementsNotEqual";

    public static bool Holds<T>(T x, T y) where T : IEqualityOperators<T, T, bool> => x != y;

    public static bool Holds(bool x, bool y) => x != y;
}
