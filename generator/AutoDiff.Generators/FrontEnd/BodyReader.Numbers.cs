using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using AutoDiff.Generators.Rules;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>The static members of a number type (<c>T.Sin(x)</c>, <c>T.Zero</c>): those of <c>double</c> under another name.</summary>
internal sealed partial class BodyReader
{
    /// <summary>Is an operator that of a number, not one that the user wrote?</summary>
    private static bool IsArithmetic(IMethodSymbol? method) =>
        method is null or { ContainingType: { TypeKind: TypeKind.Interface, ContainingNamespace: { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };

    /// <summary>The type before the dot of <c>T.Sin(x)</c> or <c>T.Zero</c>, where T is a type parameter; null for any other member.</summary>
    private ITypeSymbol? OwnerOf(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.IsStatic: true } call => Closed(call.ConstrainedToType),
        IPropertyReferenceOperation { Property.IsStatic: true } property => Closed(property.ConstrainedToType),
        _ => null,
    };

    /// <summary>A member of a number type by its name; a known type may have it only as a part of an interface, which has none.</summary>
    private string MemberName(ITypeSymbol owner, ISymbol member, IOperation place)
    {
        bool isNamed = owner.GetMembers(member.Name).Any(each => each is { IsStatic: true, DeclaredAccessibility: Accessibility.Public });
        bool isAnother = owner is INamedTypeSymbol named && named.FindImplementationForInterfaceMember(member) is { } actual && actual.Name != member.Name;
        if (owner is not ITypeParameterSymbol && (!isNamed || isAnother)) Refuse(place, "DIFF0101", "'" + Shorten(place.Syntax) + "' for '" + owner.ToDisplayString() + "'");
        return TypeReader.Name(owner) + "." + member.Name;
    }

    private Expr NumberConstant(IPropertyReferenceOperation constant, ITypeSymbol owner)
    {
        IrType type = TypeReader.Read(owner);
        if (!IsArithmetic(constant.Property.GetMethod)) return OpaqueOf(constant);
        return constant.Property.Name switch
        {
            "Zero" or "AdditiveIdentity" => Literal.Zero(type),
            "One" or "MultiplicativeIdentity" => Literal.One(type),
            "NegativeOne" => new Negate(Literal.One(type)),
            _ => Opaque.Text(MemberName(owner, constant.Property, constant), type),
        };
    }

    /// <summary>A call of a static function of a number type, whose result is such a number.</summary>
    private Expr NumberCall(IInvocationOperation call, ITypeSymbol owner, IrType type)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!IsArithmetic(method) && owner is INamedTypeSymbol known && known.FindImplementationForInterfaceMember(Closed(method)) is IMethodSymbol implementation
            && ReadInPlace(new PlacedCall(implementation, null, [.. Ordered(call).Select(argument => (implementation.Parameters[argument.Ordinal], argument.Value))], call.Syntax)) is Single placed)
            return placed.Value;
        if (IsCreation(method)) return CreatedFrom(call, type) ?? GuardedCall(call, type, "number");
        IrType host = TypeReader.Read(owner);
        if (!IsArithmetic(method) || !host.IsReal || ScalarRules.Find(host.IsGeneric ? ScalarRules.GenericHost : host.Name, method.Name, method.Parameters.Length) is not { } rule)
            return GuardedCall(call, type, "result");
        if (host.IsGeneric && MissingConstraint((ITypeParameterSymbol)owner, rule) is { } missing)
            return Refuse(call, "DIFF0003", owner.Name, "cannot have the derivative of '" + Shorten(call.Syntax) + "'", "add the constraint '" + missing + "'");
        return new Apply(host.Name, method.Name, Arguments(Ordered(call)).ToEquatable(), type);
    }

    private static bool IsCreation(IMethodSymbol method) =>
        method is { Name: "CreateChecked" or "CreateSaturating" or "CreateTruncating", Parameters.Length: 1 }
        && (IsArithmetic(method) || TypeReader.IsReal(method.ContainingType) || TypeReader.IsInteger(method.ContainingType));

    /// <summary>
    /// <c>T.CreateChecked(n)</c> as a constant, or as a conversion; null where neither says the same. Numbers with a floating point differ
    /// from each other by rounding alone, so that all three ways to create them are one; of an unknown type that is known of small integers only.
    /// </summary>
    private Expr? CreatedFrom(IInvocationOperation call, IrType type)
    {
        IOperation value = call.Arguments[0].Value;
        bool alike = !type.IsGeneric || call.TargetMethod.Name == "CreateChecked";
        switch (value.ConstantValue)
        {
            case { HasValue: true, Value: int whole } when alike || whole is >= 0 and <= 100:
                return Number(value, type);
            case { HasValue: true, Value: double } when alike && !type.IsSingle:
                return Number(value, type) is not Opaque number ? Number(value, type) : null;
        }
        if (!alike || !IsReal(value.Type) && !IsInteger(value.Type)) return null;
        Expr operand = Value(value);
        return operand.Type == type ? operand : new Convert(operand, false, type);
    }

    /// <summary>The number that <c>int.CreateChecked(x)</c> and its like cut off, as a cast does.</summary>
    private Expr? CutByCall(IInvocationOperation call) =>
        IsCreation(call.TargetMethod) && !IsReal(call.Type) && IsReal(call.Arguments[0].Value.Type) && !Effects.In(call.Arguments[0].Value) ? Real(call.Arguments[0].Value) : null;

    /// <summary>A remainder is the only operator whose derivative takes more than arithmetic.</summary>
    private void RequireRemainder(Operator kind, IOperation operation)
    {
        if (kind != Operator.Remainder || Closed(operation.Type) is not ITypeParameterSymbol parameter || Needed("RemainderSecond").All(needed => TypeReader.Has(parameter, needed))) return;
        Refuse(operation, "DIFF0003", parameter.Name, "cannot have the derivative of a remainder", "add the constraint '" + Needed("RemainderSecond")[0] + "<" + parameter.Name + ">'");
    }

    /// <summary>The constraints that the derivative of a function needs and the type parameter does not have; null where there are none.</summary>
    private string? MissingConstraint(ITypeParameterSymbol parameter, ScalarRule rule)
    {
        string[] missing =
        [
            .. rule.Partials.Where(partial => partial is not null).SelectMany(partial => partial!.Functions)
                .SelectMany(function => function.Host == "Partials" ? Needed(function.Name) : [.. DeclaredBy(function.Name)])
                .Distinct().Where(needed => !TypeReader.Has(parameter, needed)).Select(needed => needed + "<" + parameter.Name + ">"),
        ];
        return missing.Length == 0 ? null : string.Join(", ", missing);
    }

    private static bool IsNumeric(INamedTypeSymbol type) => type.ContainingNamespace is { Name: "Numerics", ContainingNamespace.Name: "System" };

    /// <summary>The interface that has a function.</summary>
    private IEnumerable<string> DeclaredBy(string function) =>
        _model.Compilation.GetTypeByMetadataName("System.Numerics.IFloatingPointIeee754`1") is { } widest
            ? widest.AllInterfaces.Prepend(widest).Where(each => IsNumeric(each) && !each.GetMembers(function).IsEmpty).Select(each => each.Name).Take(1)
            : [];

    /// <summary>What a function of the runtime needs of its numbers.</summary>
    private string[] Needed(string partial) =>
        _model.Compilation.GetTypeByMetadataName("AutoDiff.Partials")?.GetMembers(partial).OfType<IMethodSymbol>().FirstOrDefault() is { } method
            ? [.. method.TypeParameters[0].ConstraintTypes.Select(constraint => constraint.Name)]
            : [];
}
