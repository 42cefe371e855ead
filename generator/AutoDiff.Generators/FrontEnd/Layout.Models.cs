using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Arrays of models that the method is given, by a parameter or in another model: <c>class Network { public Layer[] Layers; }</c>.</summary>
internal sealed partial record Layout
{
    /// <summary>An array of one index, of a class whose members can be seen, and of which the companions can make objects.</summary>
    public static bool IsArrayOfModels(ITypeSymbol type, ISymbol within, Compilation compilation) => IsArrayOfModels(type, new Scope(within, compilation, null), 0);

    private static bool IsArrayOfModels(ITypeSymbol type, Scope scope, int depth) => type is IArrayTypeSymbol { Rank: 1, ElementType: INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } element }
        && Of(element, scope, depth + 1) is { Making: not null, Members.Count: > 0 };

    /// <summary>The classes of which objects stand in such arrays, in a parameter of this type.</summary>
    public static IEnumerable<ITypeSymbol> ModelsIn(ITypeSymbol type, ISymbol within, Compilation compilation)
    {
        if (type is IArrayTypeSymbol { ElementType: { } element })
        {
            if (IsArrayOfModels(type, within, compilation)) yield return element.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
            type = element;
        }
        foreach (LayoutMember member in Of(type, within, compilation)?.Members ?? [])
            if (member.Layout is not null || member is { IsClosed: false, Type: IArrayTypeSymbol })
                foreach (ITypeSymbol found in ModelsIn(member.Type, within, compilation)) yield return found;
    }

    /// <summary>
    /// Does a parameter of this type hold arrays of such objects that hold objects themselves, or arrays of them? An object that deep may be the same as
    /// one in any other place, and nobody looks for it.
    /// </summary>
    public static bool HoldsObjectsInObjects(ITypeSymbol type, ISymbol within, Compilation compilation)
    {
        bool isInArray = false;
        while (type is IArrayTypeSymbol { ElementType: { } element })
        {
            if (isInArray && element.IsReferenceType && element is not IArrayTypeSymbol) return true;
            (type, isInArray) = (element, true);
        }
        if (Of(type, within, compilation) is not { } layout) return false;
        return isInArray && layout.HoldsObjects(within, compilation) || layout.Members.Any(member => (member.Layout is not null || member is { IsClosed: false, Type: IArrayTypeSymbol }) && HoldsObjectsInObjects(member.Type, within, compilation));
    }

    /// <summary>Is there a member in it that no method may read?</summary>
    public bool HoldsClosed => Members.Any(member => member.IsClosed || member.Layout is { HoldsClosed: true });

    private bool HoldsObjects(ISymbol within, Compilation compilation) => Members.Any(member =>
        member.HoldsModels || member.Layout is { } inner && (inner is { Type.IsReferenceType: true, IsValue: false } || inner.HoldsObjects(within, compilation)));
}
