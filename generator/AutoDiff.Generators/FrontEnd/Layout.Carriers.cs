using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Types whose source is not at hand, or that have none, and that do nothing but carry the values they are made of: anonymous objects,
/// <see cref="System.Tuple{T1, T2}"/> and its kin, pairs of a key and a value.
/// </summary>
internal sealed partial record Layout
{
    /// <summary>What such an object carries, in the order in which it is given; none for any other type.</summary>
    public static IReadOnlyList<IPropertySymbol> CarriedBy(INamedTypeSymbol type) => IsCarrier(type)
        ? [.. type.GetMembers().OfType<IPropertySymbol>().Where(property => property is { IsStatic: false, Parameters.IsEmpty: true, ExplicitInterfaceImplementations.IsEmpty: true })]
        : [];

    private static bool IsCarrier(INamedTypeSymbol type) => type.IsAnonymousType || !type.Locations.Any(location => location.IsInSource) && (type, type.ContainingNamespace?.ToDisplayString()) is
        ({ Name: "Tuple", TypeKind: TypeKind.Class, Arity: > 0 and < 8 }, "System") or ({ Name: "KeyValuePair", Arity: 2 }, "System.Collections.Generic");

    /// <summary>Is this the method that makes one, of a value for each argument: <c>Tuple.Create</c> and its kin?</summary>
    public static bool Carries(IMethodSymbol method) => method is { Name: "Create", IsStatic: true, ReturnType: INamedTypeSymbol made } && method.Arity == method.Parameters.Length && method.ContainingType.Locations.All(location => !location.IsInSource)
        && (method.ContainingType.Name, method.ContainingNamespace?.ToDisplayString()) is ("Tuple" or "ValueTuple", "System") or ("KeyValuePair", "System.Collections.Generic")
        && (IsCarrier(made) || made.IsTupleType);

    private static Layout? OfCarrier(INamedTypeSymbol type, Scope scope, int depth)
    {
        var members = new List<LayoutMember>();
        foreach (IPropertySymbol carried in CarriedBy(type))
        {
            Layout? inner = OfMember(carried.Type, scope, depth + 1);
            if (inner is null && TypeReader.HoldsReals(carried.Type) && !TypeReader.Read(carried.Type).CanBeActive) return null;
            members.Add(new LayoutMember(carried.Name, carried, carried.Type, inner, true, false, false));
        }
        if (members.Count == 0) return null;
        if (type.IsReferenceType) type = (INamedTypeSymbol)type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        IReadOnlyList<string> construction = type.IsAnonymousType
            ? ["new { " + Signature.Escape(members[0].Name) + " = ", .. members.Skip(1).Select(member => ", " + Signature.Escape(member.Name) + " = "), " }"]
            : ["new " + TypeReader.Name(type) + "(", .. Enumerable.Repeat(", ", members.Count - 1), ")"];
        return new Layout(type, members, construction);
    }
}
