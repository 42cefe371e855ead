using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Which statements may jump out of themselves, by <c>break</c>, <c>continue</c> or <c>return</c>.</summary>
internal static class Jumps
{
    /// <summary>May <paramref name="operation"/> jump to somewhere outside itself? (A <c>throw</c> is no jump: nothing runs after it.)</summary>
    public static bool Leave(IOperation? operation) => operation is not null && Leaving(operation).Any();

    /// <summary>The jumps in <paramref name="operation"/> that lead out of it.</summary>
    public static IEnumerable<IOperation> Leaving(IOperation operation)
    {
        switch (operation)
        {
            case IReturnOperation or IBranchOperation:
                yield return operation;
                break;
            case ILocalFunctionOperation or IAnonymousFunctionOperation:
                break;
            default:
                foreach (IOperation child in operation.ChildOperations)
                    foreach (IOperation jump in Leaving(child))
                        if (!(jump is IBranchOperation branch && EndsIn(branch, operation))) yield return jump;
                break;
        }
    }

    /// <summary>Does every path through <paramref name="operation"/> jump out of it?</summary>
    public static bool AlwaysLeaves(IOperation? operation) => operation switch
    {
        IReturnOperation or IBranchOperation => true,
        IBlockOperation block => block.Operations.Any(AlwaysLeaves),
        IConditionalOperation branch => AlwaysLeaves(branch.WhenTrue) && AlwaysLeaves(branch.WhenFalse),
        IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        ITryOperation { Catches.IsEmpty: true } region => AlwaysLeaves(region.Body),
        ILockOperation region => AlwaysLeaves(region.Body),
        IUsingOperation region => AlwaysLeaves(region.Body),
        ISwitchOperation choice => AlwaysLeaves(choice),
        _ => false,
    };

    private static bool AlwaysLeaves(ISwitchOperation choice) =>
        choice.Cases.SelectMany(section => section.Clauses).Any(clause => clause is IDefaultCaseClauseOperation)
        && choice.Cases.All(section => section.Body.Any(AlwaysLeaves))
        && !choice.Cases.SelectMany(section => section.Body).SelectMany(Leaving).Any(jump => jump is IBranchOperation branch && EndsIn(branch, choice));

    /// <summary>Does the jump lead to somewhere in <paramref name="target"/>, or to just after it?</summary>
    private static bool EndsIn(IBranchOperation branch, IOperation target) => target switch
    {
        ILoopOperation loop => Is(branch.Target, loop.ExitLabel) || Is(branch.Target, loop.ContinueLabel),
        ISwitchOperation choice => Is(branch.Target, choice.ExitLabel) || choice.Cases.SelectMany(section => section.Clauses).Any(clause => Is(branch.Target, clause.Label)),
        _ => false,
    };

    private static bool Is(ILabelSymbol target, ILabelSymbol? label) => SymbolEqualityComparer.Default.Equals(target, label);
}
