using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Whether integer arithmetic throws when it overflows. <c>checked</c> and <c>unchecked</c> hold for all that stands inside them, so text
/// that is taken out has to take the word along.
/// </summary>
internal static class OverflowContext
{
    /// <summary>The word that <paramref name="operation"/> loses when <paramref name="root"/> is taken out of its surroundings; null where it makes no difference.</summary>
    public static string? Missing(IOperation operation, SyntaxNode root, CompilationOptions options)
    {
        if (!CanOverflow(operation) || operation.Parent is { } parent && parent.Syntax != operation.Syntax && root.Span.Contains(parent.Syntax.Span) && CanOverflow(parent)) return null;
        return Keyword(operation.Syntax, root) is { } keyword && Matters(operation, keyword, options) ? keyword : null;
    }

    /// <summary>The word around a whole statement or assignment, where it differs from the default of the project.</summary>
    public static string? Around(SyntaxNode syntax, CompilationOptions options) =>
        Keyword(syntax, null) is { } keyword && IsChecked(keyword) != options.CheckOverflow ? keyword : null;

    private static bool Matters(IOperation operation, string keyword, CompilationOptions options) =>
        IsChecked(keyword) != options.CheckOverflow
        // Constants are always checked, unless they say otherwise.
        || !IsChecked(keyword) && operation.DescendantsAndSelf().Any(part => part.ConstantValue.HasValue && CanOverflow(part));

    private static bool IsChecked(string keyword) => keyword == "checked";

    private static bool CanOverflow(IOperation operation) => operation switch
    {
        IBinaryOperation binary => TypeReader.IsInteger(binary.Type) && binary.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply,
        IUnaryOperation unary => TypeReader.IsInteger(unary.Type) && unary.OperatorKind is UnaryOperatorKind.Minus,
        IConversionOperation conversion => !conversion.IsImplicit && TypeReader.IsInteger(conversion.Type),
        _ => false,
    };

    /// <summary>The nearest word around <paramref name="syntax"/>, if it stands outside of <paramref name="root"/>.</summary>
    private static string? Keyword(SyntaxNode syntax, SyntaxNode? root)
    {
        foreach (SyntaxNode node in syntax.AncestorsAndSelf())
        {
            string? keyword = node switch
            {
                CheckedExpressionSyntax expression => expression.Keyword.Text,
                CheckedStatementSyntax statement => statement.Keyword.Text,
                _ => null,
            };
            if (keyword is not null) return root is not null && root.Span.Contains(node.Span) ? null : keyword;
            if (node is MemberDeclarationSyntax) return null;
        }
        return null;
    }
}
