namespace AutoDiff.Numerics.Tests.Model;

/// <summary>How a parameter or a result holds its floating-point numbers.</summary>
public enum Storage
{
    /// <summary>No floating-point number in it: an <c>int</c>, a string, an <c>int[]</c>; or, of a result, <c>void</c>.</summary>
    None,
    Scalar,
    Array,
    Span,
    ReadOnlySpan,

    /// <summary>An aggregate of numbers; in the machinery an array of them (<see cref="Model.Packing"/>).</summary>
    Packed,
}
