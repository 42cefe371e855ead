using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Text that is moved to where its names and operators could come to mean something else: to another type argument, or out of a place that C# copies
/// before it is changed.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>Refuses what would mean something else, or writes it so that it does not; true where the operation is dealt with.</summary>
    private bool Rebound(IOperation operation, OpaqueText text)
    {
        if (IsCopiedFirst(operation) && StandsFor(operation) is { } place)
        {
            text.Replace(operation.Syntax, Spill(place, "copy"));
            return true;
        }
        if (_types.Count == 0) return false;
        switch (operation)
        {
            case IBinaryOperation { OperatorMethod: not null, Type: ITypeParameterSymbol type } binary when IsArithmetic(binary.OperatorMethod):
                if (binary.OperatorKind == BinaryOperatorKind.UnsignedRightShift && Closed(type)?.SpecialType is SpecialType.System_SByte or SpecialType.System_Int16) return Refused(operation);
                Narrow(operation, type, binary.IsChecked, text);
                return false;
            case IUnaryOperation { OperatorMethod: not null, Type: ITypeParameterSymbol type } unary when IsArithmetic(unary.OperatorMethod):
                if (unary.OperatorKind == UnaryOperatorKind.Minus && Closed(type)?.SpecialType is SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_UIntPtr) return Refused(operation);
                Narrow(operation, type, unary.IsChecked, text);
                return false;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } same when Unwrap(same.LeftOperand).Type is ITypeParameterSymbol type && Closed(type) is { IsReferenceType: true } closed && closed.GetMembers("op_Equality").Length > 0 && !NullTests.IsNull(same.RightOperand):
                return Refused(operation);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } same when NullTests.IsNull(same.RightOperand) && Unwrap(same.LeftOperand).Type is ITypeParameterSymbol type && IsNeverNull(Closed(type)!) && !Effects.In(same.LeftOperand):
                text.Replace(same.Syntax, same.OperatorKind == BinaryOperatorKind.Equals ? False : True);
                return true;
            case IPropertyReferenceOperation { Instance.Type: ITypeParameterSymbol owner } property when Hides(owner, property.Property):
                return Refused(operation);
            default:
                return false;
        }
    }

    /// <summary>Would the text of a call mean another method, for the type of the object or of an argument?</summary>
    private bool IsRebound(IInvocationOperation call)
    {
        if (_types.Count == 0) return false;
        IMethodSymbol method = call.TargetMethod;
        if (call.Instance?.Type is ITypeParameterSymbol type && Hides(type, method)) return true;
        return !method.DeclaringSyntaxReferences.IsEmpty && call.Arguments.Any(argument => IsOpen(Unwrap(argument.Value).Type))
            && method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Count(each => each.Parameters.Length == method.Parameters.Length) > 1;
    }

    private bool Refused(IOperation operation)
    {
        Refuse(operation, "DIFF0101", Quote(operation.Syntax) + ", which would be another member or operator for this type argument,", "let the method that it stands in take the type itself, in place of a type parameter");
        return true;
    }

    private static bool IsNeverNull(ITypeSymbol type) => type.IsValueType && type is not ITypeParameterSymbol && !Layout.IsNullableType(type);

    private bool IsOpen(ITypeSymbol? type) => type is not null && !IsClosed(type);

    /// <summary>What a small integer type gives is of that type again; the language's own operators give <c>int</c>.</summary>
    private void Narrow(IOperation operation, ITypeParameterSymbol type, bool isChecked, OpaqueText text)
    {
        if (Closed(type) is { SpecialType: SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char } small)
            text.Surround(operation.Syntax, (isChecked ? "checked((" : "unchecked((") + NameOf(small) + ")(", "))");
    }

    /// <summary>Would the name find another member in the type argument than the one that is called by the constraint?</summary>
    private bool Hides(ITypeParameterSymbol parameter, ISymbol member)
    {
        if (Closed(parameter) is not INamedTypeSymbol type) return false;
        ISymbol? actual = member.ContainingType.TypeKind == TypeKind.Interface ? type.FindImplementationForInterfaceMember(member is IMethodSymbol method ? Closed(method) : member) : member;
        if (actual is null || actual.Name != member.Name || actual.ContainingType.TypeKind == TypeKind.Interface) return true;
        return !type.DeclaringSyntaxReferences.IsEmpty && Around(type, actual).Any(other => !SymbolEqualityComparer.Default.Equals(other, actual) && !IsOverriding(other, actual) && !IsOverriding(actual, other));
    }

    /// <summary>The members of the same name and with as many parameters, in the type and those it derives from in the compilation.</summary>
    private static IEnumerable<ISymbol> Around(INamedTypeSymbol type, ISymbol member) => Layout.Hierarchy(type).Where(each => !each.DeclaringSyntaxReferences.IsEmpty).SelectMany(each => each.GetMembers(member.Name))
        .Where(each => each is not IMethodSymbol method || member is not IMethodSymbol { Parameters.Length: var count } || method.Parameters.Length == count);

    private static bool IsOverriding(ISymbol member, ISymbol other)
    {
        for (ISymbol? each = member; each is not null; each = each is IMethodSymbol method ? method.OverriddenMethod : (each as IPropertySymbol)?.OverriddenProperty)
            if (SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, other.OriginalDefinition)) return true;
        return false;
    }

    /// <summary>Is a method called here that changes its struct, on a place that may only be read? C# calls it on a copy.</summary>
    private bool IsCopiedFirst(IOperation operation) => operation is { Type.IsValueType: true, Parent: IInvocationOperation { TargetMethod: { } method } call } && call.Instance == operation
        && operation is IParameterReferenceOperation or ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation { Property.ReturnsByRefReadonly: true }
        && !TypeOf(operation.Type).IsSequence && ChangesItself(method) && method.DeclaringSyntaxReferences.Length > 0 && !IsVariable(operation);

    /// <summary>The variable or element that generated code has in the place of this one; null where it stays in the text, as it is written.</summary>
    private Expr? StandsFor(IOperation operation) => operation switch
    {
        IFieldReferenceOperation => MemberNamed(operation) is not null && MemberOf(operation) is Single { Value: Read or Element } member ? member.Value : null,
        IPropertyReferenceOperation => ElementOf(operation),
        _ => _bindings.TryGetValue(Effects.Symbol(operation)!, out Expr? bound) && bound is Read or Element ? bound : null,
    };

    /// <summary>Does the expression become another one where nothing says what type it is for: <c>3</c> for a <c>decimal</c>, <c>new()</c>, <c>null</c>?</summary>
    private static bool NeedsTarget(IOperation value) => value switch
    {
        IConversionOperation { IsImplicit: true, Operand: { Type: { } from } operand, Type: { } to } => !SymbolEqualityComparer.Default.Equals(from, to) || NeedsTarget(operand),
        IConversionOperation { IsImplicit: true } or IDefaultValueOperation or ICollectionExpressionOperation or IDelegateCreationOperation => true,
        IObjectCreationOperation { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.ImplicitObjectCreationExpressionSyntax } => true,
        IConditionalOperation { WhenFalse: { } other } choice => NeedsTarget(choice.WhenTrue) || NeedsTarget(other),
        _ => false,
    };

    /// <summary>A value that nothing but its place says the type of, in a variable of that type.</summary>
    private Meaning Targeted(Meaning meaning, IOperation value, ITypeSymbol type, string name)
    {
        if (meaning is not Single { Value: Opaque or Literal } single || !NeedsTarget(value) || TypeOf(type) is not { Shape: TypeShape.Other } target || target == IrType.Void) return meaning;
        return new Single(Spill(single.Value with { Type = target }, name));
    }
}
