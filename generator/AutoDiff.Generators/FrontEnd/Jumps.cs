using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Which statements may jump out of themselves, by <c>break</c>, <c>continue</c>, <c>goto</c> or <c>return</c>.</summary>
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
        IBlockOperation block => AlwaysLeave(block.Operations),
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
        && choice.Cases.All(section => AlwaysLeave(section.Body))
        && !choice.Cases.SelectMany(section => section.Body).SelectMany(Leaving).Any(jump => jump is IBranchOperation branch && EndsIn(branch, choice));

    /// <summary>Past the last label that one of the statements jumps to, everything runs in order.</summary>
    private static bool AlwaysLeave(IReadOnlyList<IOperation> statements)
    {
        int last = statements.Count - 1;
        while (last > 0 && !IsJumpedTo(statements, 0, last)) last--;
        return statements.Skip(Math.Max(last, 0)).Any(AlwaysLeaves);
    }

    /// <summary>Does one of the statements from <paramref name="first"/> on lead forward to the label of the one at <paramref name="place"/>?</summary>
    private static bool IsJumpedTo(IReadOnlyList<IOperation> statements, int first, int place) =>
        Labels(statements[place]).Any() && statements.Skip(first).Take(place - first).SelectMany(Leaving).OfType<IBranchOperation>().Any(jump => LeadsTo(jump, statements[place]));

    /// <summary>Is the place that the jump leads to this statement?</summary>
    public static bool LeadsTo(IBranchOperation jump, IOperation statement) => Labels(statement).Any(label => Is(jump.Target, label));

    /// <summary>The labels before a statement.</summary>
    private static IEnumerable<ILabelSymbol> Labels(IOperation statement)
    {
        for (IOperation? each = statement; each is ILabeledOperation labelled; each = labelled.Operation) yield return labelled.Label;
    }

    /// <summary>The statement behind its labels; nothing, where a label stands at the end.</summary>
    public static IOperation? WithoutLabels(IOperation statement)
    {
        IOperation? each = statement;
        while (each is ILabeledOperation labelled) each = labelled.Operation;
        return each;
    }

    /// <summary>Does the jump lead to somewhere in <paramref name="target"/>, or to just after it?</summary>
    private static bool EndsIn(IBranchOperation branch, IOperation target) => target switch
    {
        ILoopOperation loop => Is(branch.Target, loop.ExitLabel) || Is(branch.Target, loop.ContinueLabel),
        ISwitchOperation choice => Is(branch.Target, choice.ExitLabel) || choice.Cases.SelectMany(section => section.Clauses).Any(clause => Is(branch.Target, clause.Label)),
        IBlockOperation block => block.Operations.Any(statement => LeadsTo(branch, statement)),
        ISwitchCaseOperation section => section.Body.Any(statement => LeadsTo(branch, statement)),
        _ => false,
    };

    private static bool Is(ILabelSymbol target, ILabelSymbol? label) => SymbolEqualityComparer.Default.Equals(target, label);
}
