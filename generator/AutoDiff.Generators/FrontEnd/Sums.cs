using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>How two structs are added member by member, where whole arrays of adjoints are: no operator of theirs need mean that.</summary>
internal static class Sums
{
    /// <summary>The sum of each kind of struct that stands in an array of the signature, or of an object in it, and can be made anew.</summary>
    public static EquatableArray<ElementCode> Of(IMethodSymbol method, IEnumerable<ITypeSymbol> given, Compilation compilation)
    {
        var sums = new List<ElementCode>();
        foreach (ITypeSymbol type in given.Append(method.ReturnType))
            foreach (Layout element in Elements(type, method.ContainingType, compilation))
                if (!IsComplex(element) && Text(element) is { } text && !sums.Any(sum => sum.Type == TypeReader.Name(element.Type))) sums.Add(new ElementCode(TypeReader.Name(element.Type), text));
        return sums.ToEquatable();
    }

    /// <summary>Can whole arrays of this type be added? Arrays of numbers can.</summary>
    public static bool Exists(ITypeSymbol type, ISymbol within, Compilation compilation) => Elements(type, within, compilation).All(element => IsComplex(element) || Text(element) is not null);

    private static IEnumerable<Layout> Elements(ITypeSymbol type, ISymbol within, Compilation compilation)
    {
        while (type is IArrayTypeSymbol { ElementType: { } element })
        {
            if (Layout.Of(element, within, compilation) is { } found) yield return found;
            type = element;
        }
        foreach (LayoutMember member in Layout.Of(type, within, compilation)?.Members ?? [])
            if (member.Layout is not null || member is { IsClosed: false, Type: IArrayTypeSymbol })
                foreach (Layout found in Elements(member.Type, within, compilation)) yield return found;
    }

    private static bool IsComplex(Layout element) => element.Type is { Name: "Complex", ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "System" } };

    /// <summary>Null also for structs with arrays in them, which a sum would leave out.</summary>
    private static string? Text(Layout element) => element.Making is null || Zeros.HoldsArrays(element) ? null : "static (sum, more) => " + Added(element, "");

    private static string Added(Layout layout, string path)
    {
        string text = layout.Construction![0];
        for (int i = 0; i < layout.Members.Count; i++)
        {
            LayoutMember member = layout.Members[i];
            string place = path + "." + member.ReadName;
            text += member.Layout is { } inner ? Added(inner, place)
                : TypeReader.IsReal(member.Type) && !member.Constant ? "sum" + place + " + more" + place
                : "sum" + place;
            text += layout.Construction[i + 1];
        }
        return text;
    }
}
