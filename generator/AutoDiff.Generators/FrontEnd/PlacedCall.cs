using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// A method that may be read in place of its call: an ordinary method, an operator, a property, a constructor. The arguments stand in the
/// order of their evaluation; that of an extension member is the first of them. <paramref name="Owner"/>: the type parameter whose static
/// member is called.
/// </summary>
internal sealed record PlacedCall(IMethodSymbol Method, IOperation? Instance, IReadOnlyList<(IParameterSymbol Parameter, IOperation Value)> Arguments, SyntaxNode Syntax, ITypeSymbol? Owner = null)
{
    public static PlacedCall Of(IInvocationOperation call)
    {
        IReadOnlyList<(IParameterSymbol Parameter, IOperation Value)> arguments = [.. call.Arguments.Select(argument => (argument.Parameter!, argument.Value))];
        if (ExtensionMember(call.TargetMethod) is { } member) return new(member, null, [.. arguments.Select(argument => (ParameterOf(member, argument.Parameter.Ordinal), argument.Value))], call.Syntax);
        return Of(call.TargetMethod, call.Instance, arguments, call.Syntax) with { Owner = call.ConstrainedToType };
    }

    /// <summary>
    /// The call that a user-defined operator or conversion is; null where it is the language's own, or lifted to nullable operands, which it
    /// cannot be called with.
    /// </summary>
    public static PlacedCall? OfOperator(IOperation operation) => operation switch
    {
        // The second operand of && and || is evaluated only where the first one does not decide.
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } => null,
        IBinaryOperation { IsLifted: true } or IUnaryOperation { IsLifted: true } or ICompoundAssignmentOperation { IsLifted: true } => null,
        IConversionOperation { OperatorMethod.Parameters: [{ } parameter], Operand.Type: { } type } when Layout.IsNullableType(type) && !Layout.IsNullableType(parameter.Type) => null,
        IBinaryOperation { OperatorMethod: { } method } binary => new(method, null, [(method.Parameters[0], binary.LeftOperand), (method.Parameters[1], binary.RightOperand)], binary.Syntax, binary.ConstrainedToType),
        ICompoundAssignmentOperation { OperatorMethod: { Parameters: [{ } left, { } right] } method } compound => new(method, null, [(left, compound.Target), (right, compound.Value)], compound.Syntax, compound.ConstrainedToType),
        IUnaryOperation { OperatorMethod: { } method } unary => new(method, null, [(method.Parameters[0], unary.Operand)], unary.Syntax, unary.ConstrainedToType),
        IConversionOperation { OperatorMethod: { } method } conversion when IsNarrowed(method, conversion) => null,
        IConversionOperation { OperatorMethod: { } method } conversion => new(method, null, [(method.Parameters[0], conversion.Operand)], conversion.Syntax, conversion.ConstrainedToType),
        _ => null,
    };

    /// <summary>Does C# make a smaller number of what goes into the user's conversion, or of what comes out?</summary>
    private static bool IsNarrowed(IMethodSymbol method, IConversionOperation conversion)
    {
        if (conversion.SemanticModel is not { Compilation: { } compilation } || method.Parameters is not [{ } parameter] || conversion.Operand.Type is not { } given) return true;
        return !compilation.ClassifyCommonConversion(given, parameter.Type).IsImplicit || !compilation.ClassifyCommonConversion(method.ReturnType, conversion.Type!).IsImplicit;
    }

    /// <summary>A member that may be one of an extension block: then what it is called on is its first argument.</summary>
    public static PlacedCall Of(IMethodSymbol method, IOperation? instance, IReadOnlyList<(IParameterSymbol Parameter, IOperation Value)> arguments, SyntaxNode syntax) =>
        instance is not null && method.ContainingType is { IsExtension: true, ExtensionParameter: { } receiver }
            ? new(method, null, [(receiver, instance), .. arguments], syntax)
            : new(method, instance, arguments, syntax);

    /// <summary>The member of an extension block that a static method is made of, where it is called by that.</summary>
    private static IMethodSymbol? ExtensionMember(IMethodSymbol method) => !method.IsStatic || method.IsGenericMethod || !method.DeclaringSyntaxReferences.IsEmpty && !method.IsImplicitlyDeclared ? null
        : method.ContainingType.GetTypeMembers().Where(type => type.IsExtension).SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.AssociatedExtensionImplementation, method));

    private static IParameterSymbol ParameterOf(IMethodSymbol member, int ordinal) => member.IsStatic ? member.Parameters[ordinal]
        : ordinal == 0 ? member.ContainingType.ExtensionParameter! : member.Parameters[ordinal - 1];

    /// <summary>The same call of another method with the same parameters.</summary>
    public PlacedCall To(IMethodSymbol method) => this with { Method = method, Arguments = [.. Arguments.Select(argument => (argument.Parameter.ContainingSymbol is IMethodSymbol ? method.Parameters[argument.Parameter.Ordinal] : method.ContainingType.ExtensionParameter!, argument.Value))] };

    public bool IsLocal => Method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction;
}
