using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Roslyn's types as the differentiator sees them.</summary>
internal static class TypeReader
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Name(ITypeSymbol type) => type.ToDisplayString(Full);

    public static IrType Read(ITypeSymbol? type) => type switch
    {
        null => IrType.Void,
        { SpecialType: SpecialType.System_Void } => IrType.Void,
        { SpecialType: SpecialType.System_Double } => IrType.Double,
        { SpecialType: SpecialType.System_Single } => IrType.Single,
        ITypeParameterSymbol parameter when IsNumber(parameter) => new IrType(TypeShape.Real, Name(parameter.WithNullableAnnotation(NullableAnnotation.None)), IsGeneric: true),
        IArrayTypeSymbol array => new IrType(TypeShape.Array, Name(array.ElementType.WithNullableAnnotation(NullableAnnotation.None)), array.Rank, IsAggregate(array.ElementType), IsGenericNumber(array.ElementType)),
        INamedTypeSymbol named when IsSpan(named, "Span") => new IrType(TypeShape.Span, Name(named.TypeArguments[0]), IsAggregate: IsAggregate(named.TypeArguments[0]), IsGeneric: IsGenericNumber(named.TypeArguments[0])),
        INamedTypeSymbol named when IsSpan(named, "ReadOnlySpan") => new IrType(TypeShape.ReadOnlySpan, Name(named.TypeArguments[0]), IsAggregate: IsAggregate(named.TypeArguments[0]), IsGeneric: IsGenericNumber(named.TypeArguments[0])),
        _ => new IrType(TypeShape.Other, Name(type)),
    };

    /// <summary>The type of a parameter that may carry a derivative: a list of numbers is one that the method is given.</summary>
    public static IrType ReadParameter(ITypeSymbol type) => BodyReader.IsList(type) && ((INamedTypeSymbol)type).TypeArguments[0] is { SpecialType: SpecialType.System_Double or SpecialType.System_Single } element
        ? new IrType(TypeShape.List, Name(element))
        : Read(type);

    /// <summary>A struct that holds real numbers, in an array.</summary>
    private static bool IsAggregate(ITypeSymbol element) => element switch
    {
        IArrayTypeSymbol inner => IsAggregate(inner.ElementType),
        INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } named => (named.IsTupleType || Framework.IsKnown(named) || named.Locations.Any(location => location.IsInSource)) && HoldsReals(named),
        _ => false,
    };

    public static bool IsReal(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single || type is ITypeParameterSymbol parameter && IsNumber(parameter);

    /// <summary>
    /// Does a type parameter stand for a number with derivatives, by its constraints? It has zero, one and arithmetic then, and is not
    /// known to be whole.
    /// </summary>
    public static bool IsNumber(ITypeParameterSymbol parameter) => Has(parameter, "INumberBase") && !IsWhole(parameter);

    /// <summary>Does a type parameter stand for integers?</summary>
    public static bool IsWhole(ITypeParameterSymbol parameter) => Has(parameter, "IBinaryInteger");

    /// <summary>Is a type parameter constrained to this interface of <c>System.Numerics</c>, over itself?</summary>
    public static bool Has(ITypeParameterSymbol parameter, string name) => parameter.ConstraintTypes
        .SelectMany(constraint => constraint.AllInterfaces.Prepend(constraint as INamedTypeSymbol))
        .Any(each => each is { Arity: 1, ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "System" } }
            && each.Name == name && SymbolEqualityComparer.Default.Equals(each.TypeArguments[0], parameter));

    private static bool IsGenericNumber(ITypeSymbol element) => element is IArrayTypeSymbol inner ? IsGenericNumber(inner.ElementType) : element is ITypeParameterSymbol parameter && IsNumber(parameter);

    public static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    /// <summary>
    /// Could a value of this type hold real numbers that the caller wants derivatives of? Such a parameter is differentiable by
    /// contract, so one that is not supported must be refused rather than taken for a constant.
    /// </summary>
    public static bool HoldsReals(ITypeSymbol type) => HoldsReals(type, new(SymbolEqualityComparer.Default));

    private static bool HoldsReals(ITypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        switch (type)
        {
            case { SpecialType: SpecialType.System_Double or SpecialType.System_Single }:
                return true;
            case IArrayTypeSymbol array:
                return HoldsReals(array.ElementType, seen);
            case ITypeParameterSymbol parameter:
                return !IsWhole(parameter);
            case INamedTypeSymbol { TypeKind: TypeKind.Delegate or TypeKind.Enum }:
                return false;
            case INamedTypeSymbol { SpecialType: not SpecialType.None }:
                return false;
            case INamedTypeSymbol named:
                if (SimdTypes.IsVector(named)) return HoldsReals(named.TypeArguments[0], seen);
                if (named.Name is "Half" or "Complex" or "BFloat16" || named.ContainingNamespace?.ToDisplayString() == "System.Numerics" && named.TypeKind == TypeKind.Struct) return true;
                // A generic type may hold another of itself, and that another, without end.
                if (seen.Count > MostTypes || !seen.Add(named)) return false;
                if (named.TypeArguments.Any(argument => HoldsReals(argument, seen))) return true;
                if (named.IsAnonymousType) return Layout.CarriedBy(named).Any(carried => HoldsReals(carried.Type, seen));
                return named.Locations.Any(location => location.IsInSource) && Layout.Hierarchy(named).SelectMany(Layout.Stored).Select(Layout.TypeOf).Any(stored => HoldsReals(stored, seen));
            default:
                return false;
        }
    }

    /// <summary>So many types in each other are looked at.</summary>
    private const int MostTypes = 64;

    private static bool IsSpan(INamedTypeSymbol type, string name) =>
        type.Name == name && type.Arity == 1 && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
}
