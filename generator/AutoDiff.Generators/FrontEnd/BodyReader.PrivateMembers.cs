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
    /// <summary>Is this private where the generated code stands, and the code that is read not?</summary>
    private bool IsPrivateElsewhere(ISymbol member) => IsElsewhere && _model.Compilation == _compilation && !_compilation.IsSymbolAccessibleWithin(member is IPropertySymbol { GetMethod: { } getter } ? getter : member, Home);

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
        if (_recursions.PrivateMembers.TryGetValue(member, out PrivateMember? known)) return known;
        if (_identifiers.Contains(PrivateMember.Class) || !Accessors.Exist(Home, _compilation) || !Accessors.TakeTypesByName(_compilation) || Accessors.IsGeneric(member.ContainingType) || member.ContainingType.IsFileLocal || member.ContainingType is { IsValueType: true } && !CanBeNamed(member.ContainingType)) return null;
        PrivateMember? made = member switch
        {
            IFieldSymbol { IsStatic: false } or IParameterSymbol => CanBeNamed(Layout.TypeOf(member)) ? Accessors.OfField(member, NameOf(Layout.TypeOf(member)), _recursions.PrivateMembers) : null,
            IFieldSymbol { IsConst: false } field when CanBeNamed(field.Type) => Made(field, "Field", "ref " + NameOf(field.Type), ""),
            IPropertySymbol { GetMethod: { } get, RefKind: RefKind.None, Parameters.IsEmpty: true } property when CanBeNamed(property.Type) => Made(get, "Method", NameOf(property.Type), ""),
            IMethodSymbol { MethodKind: MethodKind.Ordinary, IsGenericMethod: false, RefKind: RefKind.None } method
                when CanBeNamed(method.ReturnType) && method.Parameters.All(parameter => parameter.RefKind == RefKind.None && CanBeNamed(parameter.Type)) =>
                Made(method, "Method", NameOf(method.ReturnType), string.Concat(method.Parameters.Select(parameter => ", " + (parameter.IsParams ? "params " : "") + NameOf(parameter.Type) + " " + Signature.Escape(parameter.Name) + DefaultOf(parameter)))),
            _ => null,
        };
        return made is null ? null : _recursions.PrivateMembers[member] = made;
    }

    private PrivateMember Made(ISymbol member, string kind, string type, string parameters)
    {
        INamedTypeSymbol owner = member.ContainingType;
        bool isNamed = owner.IsValueType || !member.IsStatic;
        string passing = owner.IsValueType && !member.IsStatic ? "ref " : "";
        return new PrivateMember(Accessors.NameOf(member, _recursions.PrivateMembers), (member.IsStatic ? "Static" : "") + kind, member.Name, type, isNamed ? passing + NameOf(owner) : MetadataName(owner), isNamed, member.IsStatic ? isNamed ? "default" : "null" : "", parameters);
    }

    private string DefaultOf(IParameterSymbol parameter) => !parameter.HasExplicitDefaultValue ? ""
        : " = " + (parameter.ExplicitDefaultValue is not { } value ? "default" : ConstantText(value, parameter.Type));

    /// <summary>The type of the numbers of an enumeration that is private where the generated code stands, where they count like those: <c>int</c>.</summary>
    private INamedTypeSymbol? NumbersOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { SpecialType: SpecialType.System_Int32 } numbers } && IsPrivateElsewhere(type) ? numbers : null;

    /// <summary>
    /// Where code that is read in place does more with a private enumeration than count: shows its names, asks for its type, keeps it in an array or a
    /// nullable. Its numbers cannot stand for it there.
    /// </summary>
    private IOperation? EnumerationShown(IMethodSymbol method, IOperation body)
    {
        bool hasOwn = false;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType) hasOwn |= type.GetTypeMembers().Any(each => each.TypeKind == TypeKind.Enum && !_compilation.IsSymbolAccessibleWithin(each, Home));
        return hasOwn && _model.Compilation == _compilation ? body.DescendantsAndSelf().FirstOrDefault(ShowsEnumeration) : null;
    }

    private bool ShowsEnumeration(IOperation part) => Holds(part.Type) || part switch
    {
        IConversionOperation { Operand.Type: { } from, Type: { } to } => IsHidden(from) && !IsHidden(to) && !TypeReader.IsInteger(to) && !IsReal(to),
        IInvocationOperation call => IsHidden(call.Instance?.Type) || call.TargetMethod.TypeArguments.Any(argument => IsHidden(argument) || Holds(argument)),
        IInterpolationOperation { Expression.Type: { } type } => IsHidden(type),
        ITypeOfOperation { TypeOperand: { } type } => IsHidden(type) || Holds(type),
        IIsTypeOperation { TypeOperand: { } type } => IsHidden(type),
        ITypePatternOperation { MatchedType: { } type } => IsHidden(type),
        IDeclarationPatternOperation { MatchedType: { } type } => IsHidden(type),
        _ => false,
    };

    private bool IsHidden(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Enum } && !_compilation.IsSymbolAccessibleWithin(type, Home);

    private bool Holds(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsHidden(array.ElementType) || Holds(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => IsHidden(argument) || Holds(argument)),
        _ => false,
    };

    private bool CanBeNamed(ITypeSymbol type) => Accessors.CanBeNamed(type, _compilation);

    private static string MetadataName(INamedTypeSymbol type) => type.ContainingType is { } outer ? MetadataName(outer) + "+" + type.MetadataName
        : (type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString() + ".") + type.MetadataName;
}
