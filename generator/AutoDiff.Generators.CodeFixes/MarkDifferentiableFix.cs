using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace AutoDiff.Generators.CodeFixes;

/// <summary><c>DIFF0103</c>: marks the called method <c>[Differentiable]</c>, where its source is in the solution.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkDifferentiableFix))]
[Shared]
public sealed class MarkDifferentiableFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["DIFF0103"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not InvocationExpressionSyntax call) continue;
            if (model.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: true, IsGenericMethod: false } callee) continue;
            if (await DeclarationAsync(callee, context.Document.Project.Solution, context.CancellationToken).ConfigureAwait(false) is not var (document, declaration)) continue;
            string title = "Mark '" + callee.Name + "' [Differentiable]";
            context.RegisterCodeFix(
                CodeAction.Create(title, cancellation => FixedAsync(document, declaration, cancellation), nameof(MarkDifferentiableFix)), diagnostic);
        }
    }

    private static async Task<(Document Document, MethodDeclarationSyntax Declaration)?> DeclarationAsync(IMethodSymbol callee, Solution solution, CancellationToken cancellation)
    {
        ISymbol source = await SymbolFinder.FindSourceDefinitionAsync(callee, solution, cancellation).ConfigureAwait(false) ?? callee;
        if (source.DeclaringSyntaxReferences is not [{ } reference] || solution.GetDocument(reference.SyntaxTree) is not { } document) return null;
        return await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is MethodDeclarationSyntax declaration ? (document, declaration) : null;
    }

    private static async Task<Document> FixedAsync(Document document, MethodDeclarationSyntax declaration, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        string name = ProductName.At(model, declaration.SpanStart, "DifferentiableAttribute", "Differentiable");
        SyntaxTriviaList leading = declaration.GetLeadingTrivia();
        SyntaxTrivia[] indent = [.. leading.Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))];
        SyntaxTrivia lineBreak = root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        if (lineBreak == default) lineBreak = SyntaxFactory.LineFeed;
        AttributeListSyntax attribute = ProductName.Attribute(name).WithLeadingTrivia(leading).WithTrailingTrivia(lineBreak);
        MethodDeclarationSyntax bare = declaration.WithLeadingTrivia(indent);
        return document.WithSyntaxRoot(root.ReplaceNode(declaration, bare.WithAttributeLists(bare.AttributeLists.Insert(0, attribute))));
    }
}
