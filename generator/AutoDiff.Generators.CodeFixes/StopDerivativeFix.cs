using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.CodeFixes;

/// <summary>
/// <c>DIFF0103</c>, <c>DIFF0109</c>, <c>DIFF0120</c>: says with <c>Derivative.Stop</c> that a value is meant to be a constant: what is passed to
/// the call, the argument, what is cast.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StopDerivativeFix))]
[Shared]
public sealed class StopDerivativeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["DIFF0103", "DIFF0109", "DIFF0120"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax place) continue;
            ExpressionSyntax[] stopped = [.. (diagnostic.Id == "DIFF0109" ? [place] : Passed(place)).Where(value => MayCarry(value, model!, context.CancellationToken))];
            if (stopped.Length == 0) continue;
            string title = "Pass Derivative.Stop(" + string.Join("), Derivative.Stop(", stopped.Select(value => value.ToString())) + ")";
            context.RegisterCodeFix(
                CodeAction.Create(title, _ => Task.FromResult(Fixed(context.Document, root, model!, stopped)), nameof(StopDerivativeFix)), diagnostic);
        }
    }

    /// <summary>The values that go into an expression whose derivative is unknown.</summary>
    private static IEnumerable<ExpressionSyntax> Passed(ExpressionSyntax place) => place switch
    {
        CastExpressionSyntax cast => [Bare(cast.Expression)],
        AssignmentExpressionSyntax assignment => [assignment.Right],
        BinaryExpressionSyntax binary => [binary.Left, binary.Right],
        BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } => arguments.Arguments.Select(argument => argument.Expression),
        InvocationExpressionSyntax call => [.. Receiver(call), .. call.ArgumentList.Arguments.Select(argument => argument.Expression)],
        InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().Select(interpolation => interpolation.Expression),
        _ => [],
    };

    private static IEnumerable<ExpressionSyntax> Receiver(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax access ? [access.Expression] : [];

    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax inner ? Bare(inner.Expression) : expression;

    /// <summary>A real number, or an array or span of them, that is no constant of the language.</summary>
    private static bool MayCarry(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetConstantValue(value, cancellation).HasValue || value.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 }) return false;
        ITypeSymbol? type = model.GetTypeInfo(value, cancellation).Type;
        ITypeSymbol? element = type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            _ => type,
        };
        return element?.SpecialType is SpecialType.System_Double or SpecialType.System_Single;
    }

    private static Document Fixed(Document document, SyntaxNode root, SemanticModel model, ExpressionSyntax[] stopped) =>
        document.WithSyntaxRoot(root.ReplaceNodes(stopped, (original, value) => Stop(value, ProductName.At(model, original.SpanStart, "Derivative", "Derivative"))));

    private static InvocationExpressionSyntax Stop(ExpressionSyntax value, string derivative) => SyntaxFactory
        .InvocationExpression(
            SyntaxFactory.ParseExpression(derivative + ".Stop"),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(value.WithoutTrivia()))))
        .WithTriviaFrom(value);
}
