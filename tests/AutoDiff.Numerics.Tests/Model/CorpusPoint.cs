namespace AutoDiff.Numerics.Tests.Model;

/// <summary>One <c>[At]</c> of a method, its arguments already in the types of the parameters (spans as arrays).</summary>
public sealed record CorpusPoint(
    IReadOnlyList<object?> Arguments, double? Value, IReadOnlyList<double>? Gradient, bool Kink, double Tolerance, string? Throws)
{
    /// <summary>The arguments in fresh arrays, since a method may write into them.</summary>
    public object?[] Fresh() => [.. Arguments.Select(argument => argument is Array array ? array.Clone() : argument)];
}
