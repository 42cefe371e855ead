using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Members of other types that are private to these and read as constants by code that is read in place: a table, a counter, a helper of integers, a
/// setting of an object that carries no derivative. They are reached through an accessor in the generated file, which the runtime binds to the member
/// itself.
/// </summary>
internal sealed partial class BodyReader
{
    private const string Accessor = "System.Runtime.CompilerServices.UnsafeAccessorAttribute", AccessorOfType = "System.Runtime.CompilerServices.UnsafeAccessorTypeAttribute";

    private readonly Dictionary<ISymbol, PrivateMember> _privateMembers = new(SymbolEqualityComparer.Default);

    /// <summary>The members that the generated code reaches by accessors of its own.</summary>
    public IEnumerable<PrivateMember> PrivateMembers => _privateMembers.Values.OrderBy(member => member.Name, StringComparer.Ordinal);

    /// <summary>Is this private where the generated code stands, and the code that is read not?</summary>
    private bool IsPrivateElsewhere(ISymbol member) => _inlining.Count > 0 && _model.Compilation == _compilation && !_compilation.IsSymbolAccessibleWithin(member, _method.ContainingType);

    /// <summary>The accessor of a private static member; null where there can be none, and where none is needed.</summary>
    private PrivateMember? PrivateMemberOf(ISymbol member) => member.IsStatic && IsPrivateElsewhere(member) ? AccessorOf(member) : null;

    /// <summary>What stands for a private member of an object that carries no derivative; null where it can be named, and where there can be no accessor.</summary>
    private Opaque? PrivatePart(LayoutMember member, Expr whole, bool repeatable)
    {
        if (member.Visible || member.Symbol is not { IsStatic: false, ContainingType: { } type } || type.IsValueType && whole is not Read || !CanBeNamed(type) || AccessorOf(member.Symbol) is not { } accessor) return null;
        return new Opaque(EquatableArray.Of(accessor.Call(false) + (type.IsValueType ? "ref " : ""), ")"), EquatableArray.Of(whole), TypeOf(member.Type), repeatable);
    }

    private PrivateMember? AccessorOf(ISymbol member)
    {
        if (_privateMembers.TryGetValue(member, out PrivateMember? known)) return known;
        if (IsTaken(_method.ContainingType) || IsGeneric(member.ContainingType) || member.ContainingType.IsFileLocal || member.ContainingType is { IsValueType: true } && !CanBeNamed(member.ContainingType)) return null;
        if (_compilation.GetTypeByMetadataName(Accessor) is null || _compilation.GetTypeByMetadataName(AccessorOfType) is null) return null;
        PrivateMember? made = member switch
        {
            IFieldSymbol { IsConst: false } field when CanBeNamed(field.Type) => Made(field, "Field", "ref " + NameOf(field.Type), ""),
            IPropertySymbol { GetMethod: { } get, RefKind: RefKind.None, Parameters.IsEmpty: true } property when CanBeNamed(property.Type) => Made(get, "Method", NameOf(property.Type), ""),
            IMethodSymbol { MethodKind: MethodKind.Ordinary, IsGenericMethod: false, RefKind: RefKind.None } method
                when CanBeNamed(method.ReturnType) && method.Parameters.All(parameter => parameter.RefKind == RefKind.None && CanBeNamed(parameter.Type)) =>
                Made(method, "Method", NameOf(method.ReturnType), string.Concat(method.Parameters.Select(parameter => ", " + (parameter.IsParams ? "params " : "") + NameOf(parameter.Type) + " " + Signature.Escape(parameter.Name) + DefaultOf(parameter)))),
            _ => null,
        };
        return made is null ? null : _privateMembers[member] = made;
    }

    private PrivateMember Made(ISymbol member, string kind, string type, string parameters)
    {
        string name = member.ContainingType.Name + "_" + (member is IMethodSymbol { AssociatedSymbol: { } property } ? property : member).Name.TrimStart('_');
        string distinct = name;
        for (int i = 2; _privateMembers.Values.Any(other => other.Name == distinct); i++) distinct = name + i;
        INamedTypeSymbol owner = member.ContainingType;
        bool isNamed = owner.IsValueType || !member.IsStatic;
        string passing = owner.IsValueType && !member.IsStatic ? "ref " : "";
        return new PrivateMember(distinct, (member.IsStatic ? "Static" : "") + kind, member.Name, type, isNamed ? passing + NameOf(owner) : MetadataName(owner), isNamed, member.IsStatic ? isNamed ? "default" : "null" : "", parameters);
    }

    private string DefaultOf(IParameterSymbol parameter) => !parameter.HasExplicitDefaultValue ? ""
        : " = " + (parameter.ExplicitDefaultValue is not { } value ? "default" : ConstantText(value, parameter.Type));

    /// <summary>The type of the numbers of an enumeration that is private where the generated code stands, where they count like those: <c>int</c>.</summary>
    private INamedTypeSymbol? NumbersOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { SpecialType: SpecialType.System_Int32 } numbers } && IsPrivateElsewhere(type) ? numbers : null;

    /// <summary>Would text, or whoever is given the value as an object, show the name that it has in a private enumeration?</summary>
    private bool ShowsPrivateName(IOperation operation) => operation switch
    {
        IConversionOperation { Type.IsReferenceType: true, Operand.Type: { } type } => NumbersOf(type) is not null,
        IInvocationOperation { Instance.Type: { } type } => NumbersOf(type) is not null,
        IInterpolationOperation { Expression.Type: { } type } => NumbersOf(type) is not null,
        _ => false,
    };

    /// <summary>Does the name of the class with the accessors mean something else there?</summary>
    private static bool IsTaken(INamedTypeSymbol type) => type.Name == PrivateMember.Class || Layout.Hierarchy(type).Any(each => !each.GetMembers(PrivateMember.Class).IsEmpty) || type.ContainingType is { } outer && IsTaken(outer);

    private static bool IsGeneric(INamedTypeSymbol type) => type.IsGenericType || type.ContainingType is { } outer && IsGeneric(outer);

    /// <summary>Can the generated code name the type?</summary>
    private bool CanBeNamed(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => CanBeNamed(array.ElementType),
        INamedTypeSymbol { IsFileLocal: false } named => _compilation.IsSymbolAccessibleWithin(named, _method.ContainingType) && named.TypeArguments.All(CanBeNamed),
        _ => false,
    };

    private static string MetadataName(INamedTypeSymbol type) => type.ContainingType is { } outer ? MetadataName(outer) + "+" + type.MetadataName
        : (type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString() + ".") + type.MetadataName;
}
