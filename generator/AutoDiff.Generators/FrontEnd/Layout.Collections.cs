using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Lists that objects hold: the array behind such a list, and how many of its elements count, are members of the object.</summary>
internal sealed partial record Layout
{
    /// <summary>Is this what a list holds?</summary>
    public bool IsList { get; private init; }

    /// <summary>Is there a list, or an array of objects, in it?</summary>
    public bool HoldsCollections => IsList || Members.Any(member => IsCollection(member.Type) || member.Layout is { HoldsCollections: true });

    public static bool IsCollection(ITypeSymbol type) => IsListed(type) || type is IArrayTypeSymbol { Rank: 1, ElementType: INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } element } && IsOwnType(element);

    /// <summary>A list, or an interface by which one is read, or an array.</summary>
    private static bool IsListed(ITypeSymbol type) => BodyReader.IsList(type) || BodyReader.IsCollection(type) && type.Name.StartsWith("IReadOnly", StringComparison.Ordinal) || BodyReader.IsCollection(type) && type.Name == "IEnumerable";

    /// <summary>Objects that refer to others of their kind are none of them: there would be no end to what is in them.</summary>
    private static bool IsArrayOfObjects(ITypeSymbol type, Scope scope, int depth) => scope.Way == WayOfReading.WithCollections && type is IArrayTypeSymbol { Rank: 1, ElementType: { IsReferenceType: true } element } && OfMember(element, scope, depth + 1) is { Members.Count: > 0 };

    private static Layout? OfList(ITypeSymbol type, Scope scope, int depth)
    {
        if (scope.Way != WayOfReading.WithCollections || !IsListed(type) || type is not INamedTypeSymbol { TypeArguments: [{ } element] }) return null;
        if (!TypeReader.IsReal(element) && OfMember(element, scope, depth + 1) is null) return null;
        INamedTypeSymbol list = scope.Compilation.GetTypeByMetadataName("System.Collections.Generic.List`1")!.Construct(element);
        ISymbol count = list.GetMembers("Count")[0], items = list.GetMembers("ToArray")[0];
        return new Layout(list,
            [
                new LayoutMember("Elements", items, scope.Compilation.CreateArrayTypeSymbol(element), null, true, false, false) { HoldsObjects = element.IsReferenceType },
                new LayoutMember("Count", count, ((IPropertySymbol)count).Type, null, true, false, false),
            ], null) { IsList = true };
    }
}
