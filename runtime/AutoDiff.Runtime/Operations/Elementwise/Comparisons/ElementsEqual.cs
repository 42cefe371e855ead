using System.Numerics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>Where the element equals the other one; the shapes broadcast. NaN equals nothing.</summary>
    /// <param name="b">The right operand.</param>
    /// <returns>A new mask of the common shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    /// <remarks><c>==</c> keeps the meaning it has in C#: whether two references are the same array.</remarks>
    public NDArray<bool> ElementsEqual(NDArray<TElement> b) => Equality<ElementsEqual>.Apply(this, b);

    /// <summary>Where the element equals a value.</summary>
    /// <param name="b">The right operand.</param>
    /// <returns>A new mask of the same shape.</returns>
    public NDArray<bool> ElementsEqual(TElement b) => Equality<ElementsEqual>.Apply(this, b);
}

/// <summary>x == y</summary>
readonly struct ElementsEqual : IEquality
{
    public static string Name => "ElementsEqual";

    public static bool Holds<T>(T x, T y) where T : IEqualityOperators<T, T, bool> => x == y;

    public static bool Holds(bool x, bool y) => x == y;
}
