using System.Numerics;

namespace AutoDiff;

/// <summary>A kernel that makes one number of many, in whatever order and grouping is fastest.</summary>
interface IFold
{
    /// <summary>The value for no elements.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    static abstract T Identity<T>() where T : unmanaged, INumber<T>;

    /// <summary>The value for at least one element.</summary>
    static abstract T Reduce<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T>;

    /// <summary>The values for one element each.</summary>
    static virtual void Start<T>(Span<T> into, ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => x.CopyTo(into);

    /// <summary>Takes one more element into each of many values.</summary>
    static abstract void Combine<T>(Span<T> into, ReadOnlySpan<T> x) where T : unmanaged, INumber<T>;
}
