using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>A <c>for</c> loop whose trip count is known before it starts.</summary>
internal sealed record CountedLoop(ILocalSymbol Index, IOperation Start, IOperation Bound, bool Inclusive, int Step)
{
    /// <summary>Recognises <c>for (int i = a; i &lt; b; i += k)</c> and its mirror images, with nothing in it that changes i or b.</summary>
    public static CountedLoop? Match(IForLoopOperation loop)
    {
        if (loop.Before is not [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Symbol: { IsRef: false } index } declarator] }] }]) return null;
        IOperation? start = declarator.GetVariableInitializer()?.Value;
        if (index.Type.SpecialType != SpecialType.System_Int32 || start is null || BodyReader.LeavesEarly(loop)) return null;
        if (loop.AtLoopBottom is not [IExpressionStatementOperation { Operation: { } bottom }] || Stride(bottom, index) is not int step || step == 0) return null;
        if (loop.Condition is not IBinaryOperation test || Comparison(test, index) is not var (bound, kind)) return null;
        bool upward = kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
        if (upward != step > 0 || bound.Type?.SpecialType != SpecialType.System_Int32) return null;
        HashSet<ISymbol> assigned = Effects.AssignedIn(loop.Body);
        if (assigned.Contains(index) || Effects.In(start) || !Invariant(bound, loop, assigned, index)) return null;
        // What lies between must be an int, or the number of trips could not be counted in one.
        if (start.ConstantValue is { HasValue: true, Value: int from } && bound.ConstantValue is { HasValue: true, Value: int to }
            && Math.Abs((long)to - from) > int.MaxValue - (long)Math.Abs(step)) return null;
        bool inclusive = kind is BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThanOrEqual;
        return new CountedLoop(index, start, bound, inclusive, step);
    }

    private static int? Stride(IOperation bottom, ILocalSymbol index)
    {
        if (bottom is IIncrementOrDecrementOperation change && Is(change.Target, index)) return change.Kind == OperationKind.Increment ? 1 : -1;
        if (bottom is not ICompoundAssignmentOperation { Value.ConstantValue: { HasValue: true, Value: int amount } } compound || !Is(compound.Target, index)) return null;
        if (amount is <= 0 or > 1_000_000) return null;
        return compound.OperatorKind switch
        {
            BinaryOperatorKind.Add => amount,
            BinaryOperatorKind.Subtract => -amount,
            _ => null,
        };
    }

    private static (IOperation Bound, BinaryOperatorKind Kind)? Comparison(IBinaryOperation test, ILocalSymbol index)
    {
        if (Is(test.LeftOperand, index) && IsOrder(test.OperatorKind)) return (test.RightOperand, test.OperatorKind);
        if (!Is(test.RightOperand, index)) return null;
        return test.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => (test.LeftOperand, BinaryOperatorKind.GreaterThan),
            BinaryOperatorKind.LessThanOrEqual => (test.LeftOperand, BinaryOperatorKind.GreaterThanOrEqual),
            BinaryOperatorKind.GreaterThan => (test.LeftOperand, BinaryOperatorKind.LessThan),
            BinaryOperatorKind.GreaterThanOrEqual => (test.LeftOperand, BinaryOperatorKind.LessThanOrEqual),
            _ => null,
        };
    }

    private static bool IsOrder(BinaryOperatorKind kind) => kind is
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;

    private static bool Invariant(IOperation bound, IForLoopOperation loop, HashSet<ISymbol> assigned, ISymbol index)
    {
        foreach (IOperation part in bound.DescendantsAndSelf())
        {
            switch (part)
            {
                case var _ when HiddenCode.Changes(part):
                    return false;
                case ILiteralOperation or IBinaryOperation or IUnaryOperation or IConversionOperation or IArgumentOperation:
                    break;
                case IPropertyReferenceOperation { Property.Name: "Length", Instance.Type: { } type } when TypeReader.Read(type).IsSequence:
                    break;
                case ILocalReferenceOperation or IParameterReferenceOperation
                    when Effects.Symbol(part) is { } symbol && !assigned.MayBeAmong(symbol) && !SymbolEqualityComparer.Default.Equals(symbol, index):
                    break;
                case IFieldReferenceOperation { Field: { IsStatic: true } field } when field.IsReadOnly || field.IsConst:
                    break;
                case IFieldReferenceOperation { Field: { } field, Instance: not null } when !Effects.MayChange(field, loop.Body):
                    break;
                case IPropertyReferenceOperation { Property: { } property, Instance: not null, Arguments.IsEmpty: true }
                    when Layout.IsAutomatic(property) && !Effects.MayChange(property, loop.Body):
                    break;
                case IInstanceReferenceOperation:
                case IPropertyReferenceOperation { Property: { } constant } when SimdTypes.IsConstant(constant):
                    break;
                case IArrayElementReferenceOperation { Type: { } element } when !Effects.StoresInto(element, loop.Body):
                    break;
                case IInvocationOperation call when PureCalls.IsPure(call.TargetMethod):
                    break;
                default:
                    return false;
            }
        }
        return true;
    }

    private static bool Is(IOperation operation, ILocalSymbol local) =>
        operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);
}
