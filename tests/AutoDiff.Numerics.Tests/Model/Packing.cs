using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Numerics.Tests.Model;

/// <summary>
/// How an aggregate (a struct, a tuple, a model, a list, an array with several indices, an array of arrays or of structs) is made of numbers. In
/// the machinery it is an array of them; only the drivers make the object, and take it apart again.
/// </summary>
/// <param name="IsValue">Is its adjoint passed by reference? A struct is copied when it is passed, and the numbers of an immutable class cannot be added to.</param>
/// <param name="Paths">What follows the object to read each number, in order: <c>.Position.X</c>, <c>[0, 1]</c>, <c>.Hidden&lt;double&gt;("Curve._rate")</c>.</param>
/// <param name="Pieces">C# that makes the object, with a hole for a number between each two pieces.</param>
public sealed record Packing(bool IsValue, IReadOnlyList<string> Paths, IReadOnlyList<string> Pieces)
{
    /// <summary>The packing of a type; null where it is none of these. <paramref name="shape"/> gives lengths that the type does not.</summary>
    public static Packing? Of(ITypeSymbol type, IReadOnlyList<int> shape)
    {
        var paths = new List<string>();
        var pieces = new List<string> { "" };
        bool whole = type is IArrayTypeSymbol { Rank: 1, ElementType: { SpecialType: SpecialType.System_Double or SpecialType.System_Single } };
        return !whole && !IsNumber(type) && Add(type, "", shape, paths, pieces) && paths.Count > 0 ? new(type.IsValueType || IsImmutable(type), paths, pieces) : null;
    }

    public string Make(Func<int, string> number) => string.Concat(Pieces.Select((piece, i) => piece + (i < Paths.Count ? number(i) : "")));

    private static bool Add(ITypeSymbol type, string path, IReadOnlyList<int> shape, List<string> paths, List<string> pieces)
    {
        if (IsNumber(type))
        {
            paths.Add(path);
            pieces.Add("");
            return true;
        }

        switch (type)
        {
            case IArrayTypeSymbol { Rank: 2 } matrix when shape.Count >= 2:
                Text(pieces, "new " + Name(matrix.ElementType) + "[,] { ");
                for (int i = 0; i < shape[0]; i++)
                    if (!AddAll(matrix.ElementType, Enumerable.Range(0, shape[1]).Select(j => $"{path}[{i}, {j}]"), "{ ", " }" + (i + 1 < shape[0] ? ", " : ""), [], paths, pieces)) return false;
                Text(pieces, " }");
                return true;
            case IArrayTypeSymbol { Rank: 1, ElementType: IArrayTypeSymbol row } when shape.Count > 0:
                Text(pieces, "new " + Name(row) + "[] { ");
                for (int i = 0; i < shape.Count; i++)
                {
                    if (!Add(row, $"{path}[{i}]", [shape[i]], paths, pieces)) return false;
                    if (i + 1 < shape.Count) Text(pieces, ", ");
                }

                Text(pieces, " }");
                return true;
            case IArrayTypeSymbol { Rank: 1 } array when shape.Count > 0:
                return AddAll(array.ElementType, Enumerable.Range(0, shape[0]).Select(i => $"{path}[{i}]"), "new " + Name(array.ElementType) + "[] { ", " }", [.. shape.Skip(1)], paths, pieces);
            case INamedTypeSymbol { Name: "Complex", ContainingNamespace.Name: "Numerics" } complex:
                ITypeSymbol part = complex.GetMembers("Real").OfType<IPropertySymbol>().Single().Type;
                return AddMembers([("Real", part), ("Imaginary", part)], path, "new " + Name(type) + "(", "", ")", shape, paths, pieces);
            case INamedTypeSymbol { Name: "List", TypeArguments: [{ } element] } when shape.Count > 0:
                return AddAll(element, Enumerable.Range(0, shape[0]).Select(i => $"{path}[{i}]"), "new " + Name(type) + " { ", " }", [.. shape.Skip(1)], paths, pieces);
            case INamedTypeSymbol { IsTupleType: true } tuple:
                return AddMembers([.. tuple.TupleElements.Select(element => (element.Name, element.Type))], path, "(", "", ")", shape, paths, pieces);
            case INamedTypeSymbol { TypeKind: TypeKind.Struct or TypeKind.Class, SpecialType: SpecialType.None } named when named.DeclaringSyntaxReferences.Length > 0:
                IFieldSymbol[] fields = FieldsOf(named);
                (string Name, ITypeSymbol Type)[] members = [.. fields.Select(field => (field.AssociatedSymbol?.Name ?? field.Name, field.Type))];
                // A constructor may do anything with its parameters: it is called only where nothing else can fill the object.
                bool positional = !(fields.All(IsOpen) && named.InstanceConstructors.Any(constructor => constructor.Parameters.Length == 0)) && named.InstanceConstructors.Any(constructor => constructor.Parameters.Length == members.Length && constructor.Parameters.Length > 0
                    && constructor.Parameters.Zip(members, (parameter, member) => SymbolEqualityComparer.Default.Equals(parameter.Type, member.Type)).All(same => same));
                if (!fields.All(IsSeen) || !positional && !(fields.All(IsGivenByName) && (named.IsValueType || named.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility != Accessibility.Private && IsQuiet(constructor)))))
                    return AddHidden(named, fields, path, shape, paths, pieces);
                return positional
                    ? AddMembers(members, path, "new " + Name(named) + "(", "", ")", shape, paths, pieces)
                    : AddMembers(members, path, "new " + Name(named) + " { ", " = ", " }", shape, paths, pieces);
            default:
                return false;
        }
    }

    /// <summary>The fields of an object, those that its class derives from another one first.</summary>
    private static IFieldSymbol[] FieldsOf(ITypeSymbol type) => type.BaseType is { DeclaringSyntaxReferences.Length: > 0 } inherited
        ? [.. FieldsOf(inherited), .. OwnFields(type)]
        : [.. OwnFields(type)];

    private static IEnumerable<IFieldSymbol> OwnFields(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic);

    /// <summary>A class with numbers in it, of which nothing can be assigned.</summary>
    private static bool IsImmutable(ITypeSymbol type)
    {
        IFieldSymbol[] fields = FieldsOf(type);
        return type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } && type.Locations.Any(location => location.IsInSource)
            && fields.All(field => field.AssociatedSymbol is IPropertySymbol { SetMethod: null or { IsInitOnly: true } } || field.AssociatedSymbol is null && (field.IsReadOnly || IsCaptured(field)))
            && fields.All(field => field.Type.TypeKind != TypeKind.Class || IsImmutable(field.Type))
            && fields.Any(field => IsNumber(field.Type) || IsImmutable(field.Type));
    }

    /// <summary>Can an initializer set what this field holds?</summary>
    private static bool IsOpen(IFieldSymbol field) => field.AssociatedSymbol switch
    {
        IPropertySymbol property => property is { DeclaredAccessibility: Accessibility.Public, SetMethod.DeclaredAccessibility: Accessibility.Public },
        _ => field is { DeclaredAccessibility: Accessibility.Public, IsReadOnly: false },
    };

    /// <summary>The parameter of a primary constructor that methods speak of; those of the corpus are not assigned.</summary>
    private static bool IsCaptured(IFieldSymbol field) => field.Name.EndsWith(">P", StringComparison.Ordinal);

    /// <summary>Can code outside of the type read it, as it is?</summary>
    private static bool IsSeen(IFieldSymbol field) => ((field.AssociatedSymbol as IPropertySymbol)?.GetMethod ?? field.AssociatedSymbol ?? field).DeclaredAccessibility is Accessibility.Public or Accessibility.Internal
        && field.AssociatedSymbol is not (IPropertySymbol { IsVirtual: true } or IPropertySymbol { IsOverride: true })
        && !(field.AssociatedSymbol is IPropertySymbol { DeclaringSyntaxReferences: [{ } reference] } && reference.GetSyntax() is PropertyDeclarationSyntax property
            && property.DescendantNodes().Any(node => node is ArrowExpressionClauseSyntax or BlockSyntax));

    /// <summary>Does it run no code of its own?</summary>
    private static bool IsQuiet(IMethodSymbol constructor) => constructor.IsImplicitlyDeclared || constructor.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is ConstructorDeclarationSyntax { ExpressionBody: null });

    /// <summary>Can an initializer outside of the type give what it holds?</summary>
    private static bool IsGivenByName(IFieldSymbol field) => field.AssociatedSymbol is IPropertySymbol property
        ? property.SetMethod is { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }
        : !field.IsReadOnly;

    /// <summary>An object of which the fields can be read and filled by reflection alone; what is no number in it stays as it is where no constructor has run.</summary>
    private static bool AddHidden(INamedTypeSymbol type, IFieldSymbol[] fields, string path, IReadOnlyList<int> shape, List<string> paths, List<string> pieces)
    {
        Text(pieces, "HiddenFields.Make<" + Name(type) + ">(");
        bool first = true;
        foreach (IFieldSymbol field in fields)
        {
            List<string> own = [], parts = [""];
            string name = field.ContainingType.Name + "." + field.Name;
            if (!Add(field.Type, $"{path}.Hidden<{Name(field.Type)}>(\"{name}\")", shape, own, parts)) continue;
            Text(pieces, (first ? "" : ", ") + "(\"" + name + "\", (" + Name(field.Type) + ")" + parts[0]);
            pieces.AddRange(parts.Skip(1));
            paths.AddRange(own);
            Text(pieces, ")");
            first = false;
        }

        Text(pieces, ")");
        return !first;
    }

    private static bool AddMembers((string Name, ITypeSymbol Type)[] members, string path, string open, string assign, string close, IReadOnlyList<int> shape, List<string> paths, List<string> pieces)
    {
        Text(pieces, open);
        foreach (var (i, member) in members.Index())
        {
            if (i > 0) Text(pieces, ", ");
            if (assign.Length > 0) Text(pieces, member.Name + assign);
            if (!Add(member.Type, $"{path}.{member.Name}", shape, paths, pieces)) return false;
        }

        Text(pieces, close);
        return true;
    }

    private static bool AddAll(ITypeSymbol element, IEnumerable<string> places, string open, string close, IReadOnlyList<int> shape, List<string> paths, List<string> pieces)
    {
        Text(pieces, open);
        foreach (var (i, place) in places.Index())
        {
            if (i > 0) Text(pieces, ", ");
            if (!Add(element, place, shape, paths, pieces)) return false;
        }

        Text(pieces, close);
        return true;
    }

    private static void Text(List<string> pieces, string text) => pieces[^1] += text;

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Double or SpecialType.System_Single;
}
