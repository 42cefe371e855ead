using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// A limit on nesting. Every pass visits expressions and blocks by recursion, and a stack that overflows takes the compiler with it, so
/// code far deeper than anyone writes by hand is refused beforehand.
/// </summary>
internal static class Depth
{
    /// <summary>In levels of the syntax tree; the first overflow of a 1 MB stack was seen beyond 600.</summary>
    private const int Limit = 256;

    public static bool IsTooDeep(SyntaxNode root) => Deepest(root) is not null;

    public static Refusal? TooDeep(MethodDeclarationSyntax method)
    {
        if (Deepest(method) is not { } deep) return null;
        // The whole expression, or the statement, that goes on below the limit.
        while (deep.Parent is { } outer and (ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax)) deep = outer;
        return new Refusal("DIFF0111", new Site(deep.SpanStart - method.SpanStart, deep.Span.Length), EquatableArray<string>.Empty);
    }

    /// <summary>The first node at the limit; null where there is none. Without recursion.</summary>
    private static SyntaxNode? Deepest(SyntaxNode root)
    {
        var pending = new Stack<(SyntaxNode Node, int Level)>();
        pending.Push((root, 0));
        while (pending.Count > 0)
        {
            (SyntaxNode node, int level) = pending.Pop();
            if (level == Limit) return node;
            foreach (SyntaxNode child in node.ChildNodes()) pending.Push((child, level + 1));
        }
        return null;
    }
}
