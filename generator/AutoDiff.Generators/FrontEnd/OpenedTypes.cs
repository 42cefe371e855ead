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
            bool isMade = layout.Construction is [{ } make, ..] && make.StartsWith(PrivateMember.Class, StringComparison.Ordinal);
            if (isMade || layout.Members.Any(member => member.Accessor is not null))
                found.Add(TypeReader.Name(layout.Type), new OpenedType(TypeReader.Name(layout.Type), layout.Type.IsValueType, isMade ? MakerOf(layout.Type, compilation) : "", layout.Members.Select(member => MemberOf(member, isMade)).ToEquatable()));
            foreach (LayoutMember member in layout.Members)
                if (TypeReader.HoldsReals(member.Type)) Add(member.Type);
        }

        OpenedMember MemberOf(LayoutMember member, bool isMade)
        {
            bool hasAccessor = member.Accessor is not null || isMade && !Accessors.IsOpen(member, compilation);
            return new OpenedMember(Signature.Escape(member.Name), TypeReader.Name(member.Type), member.Accessor is null ? "" : Signature.Escape(member.Accessor), hasAccessor ? AccessorOf(member) : null);
        }

        PrivateMember AccessorOf(LayoutMember member)
        {
            ISymbol stored = Layout.StoredBy(member.Symbol);
            if (accessors.TryGetValue(stored, out PrivateMember? known)) return known;
            INamedTypeSymbol owner = member.Symbol.ContainingType;
            string name = owner.Name + "_" + (member.Symbol.CanBeReferencedByName ? member.Symbol.Name : member.Name).TrimStart('_'), distinct = name;
            for (int i = 2; accessors.Values.Any(other => other.Name == distinct); i++) distinct = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return accessors[stored] = new PrivateMember(distinct, "Field", Accessors.FieldOf(member.Symbol), "ref " + TypeReader.Name(member.Type), (owner.IsValueType ? "ref " : "") + TypeReader.Name(owner), IsNamed: true, "", "");
        }
    }

    /// <summary>The name of the method that makes one of the type: its name, and that of what it stands in where another has the same.</summary>
    public static string MakerOf(INamedTypeSymbol type, Compilation compilation)
    {
        string name = Accessors.IsShared(type.Name, compilation) ? string.Join("_", type.ToDisplayString().Split('.')) : type.Name;
        return "New" + name;
    }
}
