using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Tests of nullable variables that stand around their use: behind them the value is known to be there.</summary>
internal static class NullTests
{
    /// <summary>Is <paramref name="use"/> reached only where the nullable variable it names has a value?</summary>
    public static bool Holds(IOperation use)
    {
        if (Effects.Symbol(use) is not { } symbol || symbol is ILocalSymbol { IsRef: true } || symbol is IParameterSymbol { RefKind: not RefKind.None }) return false;
        for (IOperation inner = use; inner.Parent is { } outer; inner = outer)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation) return false;
            (IOperation? condition, bool whenTrue) = outer switch
            {
                IConditionalOperation branch when inner == branch.WhenTrue => (branch.Condition, true),
                IConditionalOperation branch when inner == branch.WhenFalse => (branch.Condition, false),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when inner == both.RightOperand => (both.LeftOperand, true),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when inner == either.RightOperand => (either.LeftOperand, false),
                _ => ((IOperation?)null, false),
            };
            if (condition is null || !Implies(condition, symbol, whenTrue)) continue;
            return !Effects.AssignedIn(condition, inner).Contains(symbol);
        }
        return false;
    }

    /// <summary>Does <paramref name="condition"/>, having come out as <paramref name="outcome"/>, say that the variable has a value?</summary>
    private static bool Implies(IOperation condition, ISymbol symbol, bool outcome) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => Implies(not.Operand, symbol, !outcome),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => outcome && (Implies(both.LeftOperand, symbol, true) || Implies(both.RightOperand, symbol, true)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => !outcome && (Implies(either.LeftOperand, symbol, false) || Implies(either.RightOperand, symbol, false)),
        IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } instance } => outcome && Is(instance, symbol),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } test => outcome && (Is(test.LeftOperand, symbol) && IsNull(test.RightOperand) || Is(test.RightOperand, symbol) && IsNull(test.LeftOperand)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } test => !outcome && (Is(test.LeftOperand, symbol) && IsNull(test.RightOperand) || Is(test.RightOperand, symbol) && IsNull(test.LeftOperand)),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: { } value } } } test => outcome && Is(test.Value, symbol) && IsNull(value),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: { } value } } test => !outcome && Is(test.Value, symbol) && IsNull(value),
        _ => false,
    };

    private static bool Is(IOperation operation, ISymbol symbol) => SymbolEqualityComparer.Default.Equals(Effects.Symbol(operation), symbol);

    /// <summary>Is it <c>null</c>, converted or not?</summary>
    public static bool IsNull(IOperation operation) => (operation is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : operation).ConstantValue is { HasValue: true, Value: null };
}
