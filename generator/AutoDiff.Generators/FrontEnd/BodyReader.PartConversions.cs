using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Parts of aggregates as values of the types that they are given for: numbers that are widened, tuples under other names, objects of derived classes.</summary>
internal sealed partial class BodyReader
{
    private Bundle Converted(Bundle bundle, Layout layout) => IsDerived(bundle.Layout, layout) || layout.Kinds is not null && Implementations.Is(bundle.Layout.Type, layout.Type) ? bundle : !IsSameKind(bundle.Layout, layout)
        ? RefuseConversion(bundle.Layout.Type, layout.Type, Zero(layout))
        : bundle with { Layout = layout, Members = [.. bundle.Members.Select((member, i) => Converted(member, layout.Members[i].Type))] };

    private Meaning Converted(Meaning member, ITypeSymbol type) => member switch
    {
        Single { Value: Literal { Type.IsReal: false } whole } when IsReal(type) => new Single(whole with { Type = TypeOf(type) }),
        Single { Value: { } value } when IsReal(type) && value.Type != TypeOf(type) => new Single(new Convert(value, true, TypeOf(type))),
        Bundle bundle when LayoutOf(type) is { } layout => Converted(bundle, layout),
        Bundle { Layout.IsNullable: false } bundle when IsReal(type) => RefuseConversion(bundle.Layout.Type, type, new Single(Literal.Zero(TypeOf(type)))),
        Single { Value: not Opaque } when LayoutOf(type) is { IsNullable: false } layout => RefuseConversion(null, layout.Type, Zero(layout)),
        _ => member,
    };

    /// <summary>Do the members of one type stand for those of another: of tuples, and of a type and what it is made of?</summary>
    private static bool IsSameKind(Layout from, Layout to) => from.Members.Count == to.Members.Count
        && (from.Type.IsTupleType && to.Type.IsTupleType || SymbolEqualityComparer.Default.Equals(from.Type.OriginalDefinition, to.Type.OriginalDefinition) || Framework.IsKnown(from.Type) && from.Type.Name == to.Type.Name);

    private static bool IsDerived(Layout from, Layout to) => from.Type.IsReferenceType && !SymbolEqualityComparer.Default.Equals(from.Type, to.Type) && Implementations.DerivesFrom(from.Type, to.Type);

    /// <summary>A conversion by the user's own operator, which C# applies without a word to a part of a tuple or to an element.</summary>
    private T RefuseConversion<T>(ITypeSymbol? from, ITypeSymbol to, T instead)
    {
        RefuseHere("A conversion " + (from is null ? "" : "from '" + from.Name + "' ") + "to '" + to.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "' of a part or an element", "convert it by itself");
        return instead;
    }
}
