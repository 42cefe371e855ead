using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Calls of functions whose adjoint is given by a rule.</summary>
internal sealed partial class BodyReader
{
    private bool HasRule(IInvocationOperation call) => call.TargetMethod.IsStatic && !_inlining.Contains(call.TargetMethod, SymbolEqualityComparer.Default)
        && UserRules.FindAdjoint(call.TargetMethod, _compilation, _cancellation) is not null;

    /// <summary>A call by way of its rule; null where nothing is returned, or where the call is refused.</summary>
    private Meaning? Ruled(IInvocationOperation call, Variable? target, string? source)
    {
        IMethodSymbol function = call.TargetMethod;
        UserRules.Rules rules = UserRules.FindAdjoint(function, _compilation, _cancellation)!;
        foreach (IMethodSymbol rule in new[] { rules.Adjoint, rules.Forward }.OfType<IMethodSymbol>())
        {
            if (_compilation.IsSymbolAccessibleWithin(rule, Home)) continue;
            Refuse(call, "DIFF0301", rule.Name, $"for '{function.Name}' cannot be called from '{Home.Name}'", "make it internal");
            return null;
        }
        var boxed = new BoxedCallee(CallOf(rules.Adjoint!), rules.Forward is { } forward ? CallOf(forward) : null, parameter => RuleSignature.OnlyReads(parameter, rules.Adjoint!.Parameters[parameter.Ordinal]));
        return CalledWithBoxes(call, boxed, target, source);
    }

    private string CallOf(IMethodSymbol rule) => NameOf(rule.ContainingType) + "." + Signature.Escape(rule.Name);
}
