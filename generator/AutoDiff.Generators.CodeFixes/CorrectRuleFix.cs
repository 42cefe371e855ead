using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.CodeFixes;

/// <summary><c>DIFF0301</c>: gives a rule the signature that is wanted; its body stays.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectRuleFix))]
[Shared]
public sealed class CorrectRuleFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["DIFF0301"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue("RuleSignature", out string? signature)) continue;
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } rule) continue;
            if (SyntaxFactory.ParseMemberDeclaration(signature + ";") is not MethodDeclarationSyntax wanted) continue;
            context.RegisterCodeFix(
                CodeAction.Create("Give the rule the wanted signature", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(rule, Corrected(rule, wanted)))), nameof(CorrectRuleFix)), diagnostic);
        }
    }

    private static MethodDeclarationSyntax Corrected(MethodDeclarationSyntax rule, MethodDeclarationSyntax wanted)
    {
        SyntaxTokenList modifiers = rule.Modifiers;
        TypeSyntax result = wanted.ReturnType.WithTriviaFrom(rule.ReturnType);
        if (!modifiers.Any(SyntaxKind.StaticKeyword))
        {
            SyntaxToken word = SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space);
            if (modifiers.Count == 0) word = word.WithLeadingTrivia(rule.ReturnType.GetLeadingTrivia());
            if (modifiers.Count == 0) result = result.WithLeadingTrivia();
            modifiers = modifiers.Add(word);
        }
        return rule.WithModifiers(modifiers).WithReturnType(result).WithTypeParameterList(null).WithConstraintClauses(default)
            .WithParameterList(wanted.ParameterList.WithTriviaFrom(rule.ParameterList));
    }
}
