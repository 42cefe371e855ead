using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// A method that may be read in place of its call: an ordinary method, an operator, a property, a constructor. The arguments stand in the
/// order of their evaluation.
/// </summary>
internal sealed record PlacedCall(IMethodSymbol Method, IOperation? Instance, IReadOnlyList<(IParameterSymbol Parameter, IOperation Value)> Arguments, SyntaxNode Syntax)
{
    public static PlacedCall Of(IInvocationOperation call) =>
        new(call.TargetMethod, call.Instance, [.. call.Arguments.Select(argument => (argument.Parameter!, argument.Value))], call.Syntax);

    /// <summary>The same call of another method with the same parameters.</summary>
    public PlacedCall To(IMethodSymbol method) => this with { Method = method, Arguments = [.. Arguments.Select(argument => (method.Parameters[argument.Parameter.Ordinal], argument.Value))] };

    public bool IsLocal => Method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction;
}
