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
                        if (!(operation is ILoopOperation loop && jump is IBranchOperation branch && Targets(branch, loop))) yield return jump;
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
        _ => false,
    };

    private static bool Targets(IBranchOperation branch, ILoopOperation loop) =>
        SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel) || SymbolEqualityComparer.Default.Equals(branch.Target, loop.ContinueLabel);
}
