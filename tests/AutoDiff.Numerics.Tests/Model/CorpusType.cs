using Microsoft.CodeAnalysis;

namespace AutoDiff.Numerics.Tests.Model;

/// <summary>
/// A type as the machinery sees it: the C# that names it, its element type (<c>double</c> or <c>float</c>) and its storage.
/// </summary>
public sealed record CorpusType(string Name, string Element, Storage Storage, Packing? Packing = null)
{
    public static CorpusType Of(ITypeSymbol type, IReadOnlyList<int>? shape = null)
    {
        if (Packing.Of(type, shape ?? []) is { } packing) return new(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), "double", Storage.Packed, packing);
        string name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var (storage, element) = type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => (Storage.Array, array.ElementType),
            INamedTypeSymbol { Name: "Span", IsGenericType: true } span => (Storage.Span, span.TypeArguments[0]),
            INamedTypeSymbol { Name: "ReadOnlySpan", IsGenericType: true } span => (Storage.ReadOnlySpan, span.TypeArguments[0]),
            _ => (Storage.Scalar, type),
        };
        return IsFloatingPoint(element) ? new(name, element.ToDisplayString(), storage) : new(name, "", Storage.None);
    }

    /// <summary>A number in the element type.</summary>
    public object Scalar(double value) => Element == "float" ? (object)(float)value : value;

    public Array Elements(IReadOnlyList<double> values) =>
        Element == "float" ? values.Select(value => (float)value).ToArray() : values.ToArray();

    private static bool IsFloatingPoint(ITypeSymbol type) => type.SpecialType is SpecialType.System_Double or SpecialType.System_Single;
}
