using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.CodeFixes;

/// <summary><c>DIFF0103</c>: writes the head of a <c>[DerivativeOf]</c> rule for the called function, after the method that calls it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteRuleFix))]
[Shared]
public sealed class WriteRuleFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["DIFF0103"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue("RuleSubject", out string? subject) || !diagnostic.Properties.TryGetValue("RuleSignature", out string? signature)) continue;
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method) continue;
            context.RegisterCodeFix(
                CodeAction.Create("Write a rule for its derivative", cancellation => FixedAsync(context.Document, method, subject!, signature!, cancellation), nameof(WriteRuleFix)), diagnostic);
        }
    }

    private static async Task<Document> FixedAsync(Document document, MethodDeclarationSyntax method, string subject, string signature, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        string attribute = ProductName.At(model, method.SpanStart, "DerivativeOfAttribute", "DerivativeOf");
        string indent = string.Concat(method.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Select(trivia => trivia.ToString()));
        string lineBreak = root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found ? found.ToString() : "\n";
        string text = lineBreak + indent + "[" + attribute + "(" + subject + ")]" + lineBreak + indent + signature + lineBreak + indent + "    => throw new System.NotImplementedException();" + lineBreak;
        MemberDeclarationSyntax rule = SyntaxFactory.ParseMemberDeclaration(text)!;
        MethodDeclarationSyntax before = method.GetTrailingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ? method : method.WithTrailingTrivia(SyntaxFactory.EndOfLine(lineBreak));
        return document.WithSyntaxRoot(root.ReplaceNode(method, [before, rule]));
    }
}
