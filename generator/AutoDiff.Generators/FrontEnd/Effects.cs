using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Questions about what evaluating a piece of C# changes, asked before it is lowered.</summary>
internal static class Effects
{
    /// <summary>Does evaluating <paramref name="operation"/> assign, call something unknown, or throw by itself?</summary>
    public static bool In(IOperation operation) => operation.DescendantsAndSelf().Any(IsEffect);

    /// <summary>The local variables and parameters that <paramref name="operation"/> assigns.</summary>
    public static HashSet<ISymbol> AssignedIn(params IEnumerable<IOperation?> operations)
    {
        var assigned = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation? operation in operations)
            foreach (IOperation part in operation?.DescendantsAndSelf() ?? [])
                foreach (IOperation target in Targets(part))
                    if (Symbol(target) is { } symbol) assigned.Add(symbol);
        return assigned;
    }

    /// <summary>Does anything here store into a sequence whose elements have this type?</summary>
    public static bool StoresInto(ITypeSymbol element, params IEnumerable<IOperation?> operations) =>
        operations.Any(operation => operation is not null && operation.DescendantsAndSelf().Any(part =>
            Targets(part).Any(target => Symbol(target) is null && SymbolEqualityComparer.Default.Equals(target.Type, element))
            || part is IInvocationOperation call && !PureCalls.IsPure(call.TargetMethod)));

    public static ISymbol? Symbol(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static bool IsEffect(IOperation operation) => operation switch
    {
        IAssignmentOperation or IIncrementOrDecrementOperation or IThrowOperation => true,
        IInvocationOperation call => !PureCalls.IsPure(call.TargetMethod),
        _ => false,
    };

    private static IEnumerable<IOperation> Targets(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation { Target: ITupleOperation tuple } => tuple.Elements,
        IAssignmentOperation assignment => [assignment.Target],
        IIncrementOrDecrementOperation increment => [increment.Target],
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => [argument.Value],
        _ => [],
    };
}
