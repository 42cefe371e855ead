using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>A struct of zeros in the shape of another, where structs in an array hold arrays: default ones would have none.</summary>
internal static class Zeros
{
    /// <summary>One for each kind of struct that stands in an array parameter.</summary>
    public static EquatableArray<ElementCode> Of(IMethodSymbol method, Compilation compilation)
    {
        var zeros = new List<ElementCode>();
        foreach (IParameterSymbol parameter in method.Parameters)
            if (parameter.Type is IArrayTypeSymbol { Rank: 1, ElementType: { } type } && Layout.Of(type, method.ContainingType, compilation) is { Making: not null } element && HoldsArrays(element)
                && !zeros.Any(zero => zero.Type == TypeReader.Name(element.Type))) zeros.Add(new ElementCode(TypeReader.Name(element.Type), "static each => " + Zeroed(element, "each")));
        return zeros.ToEquatable();
    }

    /// <summary>Can an array of zeros be made in the shape of one of this type?</summary>
    public static bool Exist(ITypeSymbol array, Layout element) => !HoldsArrays(element) || array is IArrayTypeSymbol { Rank: 1, ElementType: not IArrayTypeSymbol } && element.Making is not null;

    /// <summary>Are there arrays of numbers in it, or in a struct in it?</summary>
    public static bool HoldsArrays(Layout layout) => layout.Members.Any(member => member.Layout is { } inner ? HoldsArrays(inner) : TypeReader.Read(member.Type).IsRealSequence);

    private static string Zeroed(Layout layout, string path)
    {
        string text = layout.Construction![0];
        for (int i = 0; i < layout.Members.Count; i++)
        {
            LayoutMember member = layout.Members[i];
            string place = path + "." + Signature.Escape(member.Name);
            IrType type = TypeReader.Read(member.Type);
            text += member.Layout is { } inner ? Zeroed(inner, place)
                : type.IsRealSequence && !member.Constant ? place + " is null ? null! : " + Array(type, place)
                : TypeReader.IsReal(member.Type) && !member.Constant ? type.Name switch { "double" => "0d", "float" => "0f", { } number => "default(" + number + ")" }
                : place;
            text += layout.Construction[i + 1];
        }
        return text;
    }

    private static string Array(IrType type, string place) => type switch
    {
        { IsJagged: true } or { IsList: true } => "global::AutoDiff.Adjoints.ZerosLike(" + place + ")",
        { Rank: 1 } => "new " + type.Name + "[" + place + ".Length]",
        _ => "new " + type.Name + "[" + string.Join(", ", Enumerable.Range(0, type.Rank).Select(i => place + ".GetLength(" + i + ")")) + "]",
    };
}
