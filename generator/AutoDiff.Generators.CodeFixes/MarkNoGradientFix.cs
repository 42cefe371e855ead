using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.CodeFixes;

/// <summary><c>DIFF0006</c>, <c>DIFF0202</c>: marks the parameter <c>[NoGradient]</c>, where that is a remedy.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkNoGradientFix))]
[Shared]
public sealed class MarkNoGradientFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["DIFF0006", "DIFF0202"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            // Parameters that the method assigns, and spans with params, are refused whatever they are marked with.
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter) continue;
            if (diagnostic.Id == "DIFF0006" && parameter.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.ParamsKeyword)) continue;
            string title = "Mark '" + parameter.Identifier.ValueText + "' [NoGradient]";
            context.RegisterCodeFix(
                CodeAction.Create(title, cancellation => FixedAsync(context.Document, root, parameter, cancellation), nameof(MarkNoGradientFix)), diagnostic);
        }
    }

    private static async Task<Document> FixedAsync(Document document, SyntaxNode root, ParameterSyntax parameter, CancellationToken cancellation)
    {
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        string name = ProductName.At(model!, parameter.SpanStart, "NoGradientAttribute", "NoGradient");
        ParameterSyntax marked = parameter.WithoutLeadingTrivia()
            .WithAttributeLists(parameter.WithoutLeadingTrivia().AttributeLists.Insert(0, ProductName.Attribute(name)))
            .WithLeadingTrivia(parameter.GetLeadingTrivia());
        return document.WithSyntaxRoot(root.ReplaceNode(parameter, marked));
    }
}
