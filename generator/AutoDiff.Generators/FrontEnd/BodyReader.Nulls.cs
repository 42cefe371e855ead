using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary><c>??</c>, <c>?.</c>, <c>??=</c> and tests against null: always of things that carry no derivative, or of whole arrays.</summary>
internal sealed partial class BodyReader
{
    private void CollectNullOperator(IOperation operation, OpaqueText text)
    {
        switch (operation)
        {
            case ICoalesceOperation coalesce:
                Collect(coalesce.Value, text);
                Collect(coalesce.WhenNull, text);
                break;
            case IConditionalAccessOperation access:
                text.Repeatable = false;
                Collect(access.Operation, text);
                Collect(access.WhenNotNull, text);
                break;
            case IConditionalAccessInstanceOperation:
                break;
            case IThrowOperation { Exception: { } exception }:
                text.Repeatable = false;
                bool harmless = text.Harmless;
                text.Harmless = true;
                Collect(exception, text);
                text.Harmless = harmless;
                break;
            default:
                Refuse(operation, "DIFF0101", Construct(operation));
                break;
        }
    }

    /// <summary>Is this a part of <c>a?.b</c> after the question mark, whose text begins with a dot?</summary>
    private static bool IsConditional(IOperation? instance) => instance switch
    {
        IConditionalAccessInstanceOperation => true,
        IInvocationOperation call => IsConditional(call.Instance),
        IPropertyReferenceOperation property => IsConditional(property.Instance),
        IFieldReferenceOperation field => IsConditional(field.Instance),
        _ => false,
    };

    /// <summary>An array, or another one if it is null.</summary>
    private Expr SequenceOrOther(ICoalesceOperation coalesce, IrType type)
    {
        Read first = SequenceVariable(coalesce.Value);
        var missing = new Opaque(EquatableArray.Of("", " is null"), EquatableArray.Of<Expr>(first), IrType.Boolean);
        if (Unwrap(coalesce.WhenNull) is IThrowOperation thrown)
        {
            _block.Add(new If(missing, Nested(() => ThrowStatement(thrown)), Block.Empty));
            return first;
        }
        Variable chosen = Temporary("chosen", type);
        _block.Declare(chosen);
        Block other = Nested(() => AssignTo(chosen, coalesce.WhenNull, null));
        Block same = Nested(() => _block.Add(new Assign(chosen, first)));
        _block.Add(new If(missing, other, same));
        return new Read(chosen);
    }

    private Expr CoalesceAssignment(ICoalesceAssignmentOperation coalesce, string source)
    {
        if (NullableOf(coalesce.Target.Type) is { } layout) return NullableAssigned(coalesce, layout) is { } assigned ? assigned.Leaves.Last() : new Literal("0", TypeOf(coalesce.Type));
        if (TargetOf(coalesce.Target, coalesce.Value) is not VariableTarget { Variable: { } variable }) return Refuse(coalesce, "DIFF0101", Quote(coalesce.Syntax));
        var missing = new Opaque(EquatableArray.Of("", " is null"), EquatableArray.Of<Expr>(new Read(variable)), IrType.Boolean);
        _block.Add(new If(missing, Nested(() => AssignTo(variable, coalesce.Value, source)), Block.Empty));
        return new Read(variable);
    }

    /// <summary>A test against null of a delegate whose code is known: <c>true</c> or <c>false</c>; null for any other comparison.</summary>
    private string? NullTest(IBinaryOperation comparison)
    {
        if (comparison.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)) return null;
        bool known = ClosureOf(comparison.LeftOperand) is not null && IsNull(comparison.RightOperand) || ClosureOf(comparison.RightOperand) is not null && IsNull(comparison.LeftOperand);
        return !known ? null : comparison.OperatorKind == BinaryOperatorKind.Equals ? "false" : "true";
    }

    private static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

    /// <summary><c>ArgumentNullException.ThrowIfNull</c> of a delegate whose code is known.</summary>
    private bool IsKnownNotNull(IInvocationOperation call) =>
        call.TargetMethod is { Name: "ThrowIfNull", ContainingType.Name: "ArgumentNullException" } && ClosureOf(call.Arguments[0].Value) is not null;

    private bool IsNameOfParameter(INameOfOperation name) =>
        name.Argument is IParameterReferenceOperation { Parameter: { } parameter } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _method);
}
