using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>A struct or a model of zeros in the shape of another, where those in an array hold arrays, or are objects: default ones would have none, or be none.</summary>
internal static class Zeros
{
    /// <summary>One for each kind that stands in an array parameter, or in an array of an object that is a parameter.</summary>
    public static EquatableArray<ElementCode> Of(IMethodSymbol method, IEnumerable<ITypeSymbol> given, Compilation compilation)
    {
        var zeros = new List<ElementCode>();
        foreach (Layout element in given.SelectMany(type => Elements(type, method.ContainingType, compilation)))
            if (!zeros.Any(zero => zero.Type == TypeReader.Name(element.Type))) zeros.Add(new ElementCode(TypeReader.Name(element.Type), Each(element, 0, method.ContainingType, compilation)));
        return zeros.ToEquatable();
    }

    private static IEnumerable<Layout> Elements(ITypeSymbol type, ISymbol within, Compilation compilation) => ElementOf(type, within, compilation) is { } element ? [element]
        : type is IArrayTypeSymbol ? []
        : (Layout.Of(type, within, compilation)?.Members ?? []).Where(member => !member.IsClosed).SelectMany(member => Elements(member.Type, within, compilation));

    /// <summary>What stands in an array, where zeros are to be made for each element; null for any other type.</summary>
    private static Layout? ElementOf(ITypeSymbol array, ISymbol within, Compilation compilation) =>
        array is IArrayTypeSymbol { Rank: 1, ElementType: { } type } && Layout.Of(type, within, compilation) is { Making: not null } element && (element.Type.IsReferenceType || IsMoreThanDefault(element)) ? element : null;

    /// <summary>Can an array of zeros be made in the shape of one of this type?</summary>
    public static bool Exist(ITypeSymbol array, Layout element) => !IsMoreThanDefault(element) && element.Type.IsValueType || array is IArrayTypeSymbol { Rank: 1, ElementType: not IArrayTypeSymbol } && element.Making is not null;

    /// <summary>Is a default one no zero: are there arrays of numbers in it, or objects?</summary>
    private static bool IsMoreThanDefault(Layout layout) => HoldsArrays(layout) || layout.Members.Any(member => member.Layout is { } inner && (inner.Type.IsReferenceType || IsMoreThanDefault(inner)));

    /// <summary>Are there arrays of numbers in it, or in a struct in it?</summary>
    public static bool HoldsArrays(Layout layout) => layout.Members.Any(member => !member.IsClosed && (member.Layout is { } inner ? HoldsArrays(inner) : member.HoldsModels || TypeReader.Read(member.Type).IsRealSequence));

    /// <summary>A lambda that gives the zeros for one element. Each level of arrays in arrays has a name of its own.</summary>
    private static string Each(Layout element, int level, ISymbol within, Compilation compilation)
    {
        string name = level == 0 ? "each" : "each" + (level + 1);
        string zeroed = Zeroed(element, name, level, within, compilation);
        return "static " + name + " => " + (element.Type.IsReferenceType ? name + " is null ? null! : " : "") + zeroed;
    }

    private static string Zeroed(Layout layout, string path, int level, ISymbol within, Compilation compilation)
    {
        string text = layout.Construction![0];
        for (int i = 0; i < layout.Members.Count; i++)
        {
            LayoutMember member = layout.Members[i];
            string place = path + "." + member.ReadName;
            IrType type = TypeReader.Read(member.Type);
            text += member.IsClosed ? "default!"
                : member.Layout is { } inner ? (inner.Type.IsReferenceType ? place + " is null ? null! : " : "") + Zeroed(inner, place, level, within, compilation)
                : (type.IsRealSequence || member.HoldsModels) && !member.Constant ? place + " is null ? null! : " + Array(member.Type, place, level, within, compilation)
                : TypeReader.IsReal(member.Type) && !member.Constant ? type.Name switch { "double" => "0d", "float" => "0f", { } number => "default(" + number + ")" }
                : place;
            text += layout.Construction[i + 1];
        }
        return text;
    }

    private static string Array(ITypeSymbol member, string place, int level, ISymbol within, Compilation compilation) => TypeReader.Read(member) switch
    {
        _ when ElementOf(member, within, compilation) is { } element => "global::System.Array.ConvertAll(" + place + ", " + Each(element, level + 1, within, compilation) + ")",
        { IsJagged: true } or { IsList: true } => "global::AutoDiff.Adjoints.ZerosLike(" + place + ")",
        { Rank: 1 } type => "new " + type.Name + "[" + place + ".Length]",
        { } type => "new " + type.Name + "[" + string.Join(", ", Enumerable.Range(0, type.Rank).Select(i => place + ".GetLength(" + i + ")")) + "]",
    };
}
