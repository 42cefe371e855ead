using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>What keeps a class or struct of the user's from being a parameter with a derivative, in words.</summary>
internal static class Obstacles
{
    private const string NotTakenApart = "cannot be taken apart";

    /// <summary>The first member that is in the way; null where it is none, or is not known.</summary>
    public static string? In(ITypeSymbol type, ISymbol within, Compilation compilation) => In(type, within, compilation, new(SymbolEqualityComparer.Default));

    private static string? In(ITypeSymbol type, ISymbol within, Compilation compilation, HashSet<ITypeSymbol> outer)
    {
        if (type is IArrayTypeSymbol array) return In(array.ElementType, within, compilation, outer);
        if (type is not INamedTypeSymbol { IsTupleType: false, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named || named.DeclaringSyntaxReferences.IsEmpty) return null;
        if (named.IsAbstract) return "objects of several classes can be given for '" + NameOf(named) + "'";
        HashSet<ITypeSymbol> inner = new(outer, SymbolEqualityComparer.Default) { named };
        foreach (ISymbol stored in Layout.Hierarchy(named).Reverse().SelectMany(Layout.Stored))
        {
            ISymbol member = (stored as IFieldSymbol)?.AssociatedSymbol ?? stored;
            ITypeSymbol held = Layout.TypeOf(stored);
            string name = "'" + NameOf(stored.ContainingType) + "." + member.Name + "'";
            if (member is IPropertySymbol { IsVirtual: true } or IPropertySymbol { IsOverride: true } && Implementations.MayBeOverridden((IPropertySymbol)member, named, compilation)) return name + " may be overridden";
            if (!member.CanBeReferencedByName || stored is IFieldSymbol { IsFixedSizeBuffer: true } or IFieldSymbol { RefKind: not RefKind.None }) return name + " " + NotTakenApart;
            if (TypeReader.HoldsReals(held) && !TypeReader.Read(held).CanBeActive && !Layout.IsArrayOfModels(held, within, compilation) && Layout.Of(held, within, compilation) is null)
            {
                if (Own(held) is { } own && inner.Contains(own)) return name + " leads to another '" + NameOf((INamedTypeSymbol)own) + "'";
                return In(held, within, compilation, inner) ?? name + ", a '" + held.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) + "', " + NotTakenApart;
            }
            bool isSeen = member is not IParameterSymbol && compilation.IsSymbolAccessibleWithin(member is IPropertySymbol { GetMethod: { } getter } ? getter : member, within);
            if (!isSeen && !Accessors.HaveField(member, held, compilation)) return name + Reason(stored, compilation);
        }
        return null;
    }

    private static string Reason(ISymbol hidden, Compilation compilation) => compilation is not CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp14 } ? " is private, which generated code can reach from C# 14 on"
        : Accessors.IsGeneric(hidden.ContainingType) ? " is private in a generic type" : " is private, and of a type that is, too";

    /// <summary>The type itself, or what stands in an array or a list of it.</summary>
    private static ITypeSymbol? Own(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Own(array.ElementType),
        INamedTypeSymbol { TypeArguments: [{ } only], DeclaringSyntaxReferences.IsEmpty: true } => Own(only),
        _ => type,
    };

    private static string NameOf(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat).TrimEnd('?');
}
