using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>The rule that a code fix writes: what it is about and its signature, as properties of a diagnostic.</summary>
internal static class RuleStub
{
    /// <summary>The arguments of the attribute.</summary>
    private const string SubjectKey = "RuleSubject";

    private const string SignatureKey = "RuleSignature";

    /// <summary>Would a rule help with calls of this function?</summary>
    public static bool IsFor(IMethodSymbol function, ISymbol? within, Compilation compilation) =>
        within is not null && function is { IsStatic: true, MethodKind: MethodKind.Ordinary } && (RuleSignature.IsScalar(function) || RuleSignature.HasAdjoint(function, within, compilation));

    public static string Signature(IMethodSymbol function) => RuleSignature.Wanted(function, function.Name + (RuleSignature.IsScalar(function) ? "Partial" : "Adjoint"));

    /// <summary>For a rule whose signature does not fit.</summary>
    public static ImmutableDictionary<string, string?> Properties(string signature) => ImmutableDictionary<string, string?>.Empty.Add(SignatureKey, signature);

    /// <summary>For a call at <paramref name="site"/> that is refused, where a rule would help.</summary>
    public static ImmutableDictionary<string, string?> PropertiesAt(MethodDeclarationSyntax method, Site site, Compilation compilation, CancellationToken cancellation)
    {
        SemanticModel model = compilation.GetSemanticModel(method.SyntaxTree);
        var span = new Microsoft.CodeAnalysis.Text.TextSpan(method.SpanStart + site.Start, site.Length);
        if (!method.FullSpan.Contains(span) || method.FindNode(span, getInnermostNodeForTie: true) is not InvocationExpressionSyntax call
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol reduced || model.GetDeclaredSymbol(method, cancellation) is not { } caller) return ImmutableDictionary<string, string?>.Empty;
        IMethodSymbol function = reduced.ReducedFrom ?? reduced;
        if (!IsFor(function, caller.ContainingType, compilation)) return ImmutableDictionary<string, string?>.Empty;
        string type = function.ContainingType.ToDisplayString();
        string subject = SymbolEqualityComparer.Default.Equals(function.ContainingType, caller.ContainingType) ? "nameof(" + function.Name + ")" : "typeof(" + type + "), nameof(" + type + "." + function.Name + ")";
        return Properties(Signature(function)).Add(SubjectKey, subject);
    }
}
