using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>The types whose fields the companions of a method reach through properties of the generated file.</summary>
internal static class OpenedTypes
{
    /// <summary>Those among <paramref name="known"/>, and in what these hold.</summary>
    public static EquatableArray<OpenedType> Of(IMethodSymbol method, IEnumerable<ITypeSymbol> known, Dictionary<ISymbol, PrivateMember> accessors, Compilation compilation)
    {
        var found = new Dictionary<string, OpenedType>(StringComparer.Ordinal);
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (ITypeSymbol type in known) Add(type);
        return found.Values.OrderBy(type => type.Name, StringComparer.Ordinal).ToEquatable();

        void Add(ITypeSymbol type)
        {
            while (type is IArrayTypeSymbol array) type = array.ElementType;
            if (!seen.Add(type) || Layout.Of(type, method.ContainingType, compilation) is not { } layout || found.ContainsKey(TypeReader.Name(layout.Type))) return;
            if (layout.Maker is not null || layout.Members.Any(member => member.Accessor is not null))
                found.Add(TypeReader.Name(layout.Type), new OpenedType(TypeReader.Name(layout.Type), layout.Type.IsValueType, layout.Maker ?? "", layout.Members.Select(member => MemberOf(member, layout.Maker is not null)).ToEquatable()));
            foreach (LayoutMember member in layout.Members)
                if (TypeReader.HoldsReals(member.Type)) Add(member.Type);
        }

        OpenedMember MemberOf(LayoutMember member, bool isMade)
        {
            bool hasAccessor = member.Accessor is not null || isMade && !Accessors.IsOpen(member, compilation);
            return new OpenedMember(Signature.Escape(member.Name), TypeReader.Name(member.Type), member.Accessor is null ? "" : Signature.Escape(member.Accessor), hasAccessor ? Accessors.OfField(Layout.StoredBy(member.Symbol), TypeReader.Name(member.Type), accessors) : null);
        }
    }
}
