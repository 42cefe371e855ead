using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    /// <summary>The value of a part of the text as it is now, whatever the rest of the text assigns.</summary>
    private Expr Unchanged(Expr value, IOperation part, OpaqueText text)
    {
        if (!text.Careful) return value;
        for (IOperation inner = part; inner.Parent is { } outer && text.Root.Span.Contains(outer.Syntax.Span); inner = outer)
            foreach (IOperation later in outer.ChildOperations.Where(child => child.Syntax.SpanStart >= inner.Syntax.Span.End)) value = Protect(value, later);
        return value;
    }

    /// <summary>Text under construction: which spans of the syntax are replaced, by an operand or by other text.</summary>
    private sealed class OpaqueText(SyntaxNode root, bool careful, HashSet<ISymbol> assigned, IOperation? operation = null)
    {
        public readonly SyntaxNode Root = root;
        public readonly bool Careful = careful;
        public readonly HashSet<ISymbol> Assigned = assigned;
        public readonly SortedList<TextSpan, object> Replaced = [];
        public readonly List<Expr> Guarded = [];
        public bool Repeatable = true;
        private readonly Dictionary<int, string> _before = [];
        private readonly Dictionary<int, string> _after = [];

        /// <summary>The text ends in a message for people: what it says of active values is not lost, it was never a number again.</summary>
        public bool Harmless;

        /// <summary>What the text does to the sequences in it is known beside it.</summary>
        public bool IsModelled;

        /// <summary>May what runs here store into arrays that come from outside the method?</summary>
        public bool ChangesOutside;

        /// <summary>How often the text speaks of a variable; more than once where that is not known.</summary>
        public int Mentions(ISymbol? variable) => operation is null || variable is null
            ? int.MaxValue
            : operation.DescendantsAndSelf().Count(part => SymbolEqualityComparer.Default.Equals(Effects.Symbol(part), variable));

        public void Replace(SyntaxNode node, object with) => Replaced[node.Span] = with;

        /// <summary>Puts text around a piece of syntax, which stays.</summary>
        public void Surround(SyntaxNode node, string before, string after)
        {
            _before[node.SpanStart] = (_before.TryGetValue(node.SpanStart, out string? outer) ? outer : "") + before;
            _after[node.Span.End] = after + (_after.TryGetValue(node.Span.End, out outer) ? outer : "");
        }

        /// <summary>Does this stay a name, a literal, a member of a variable, or bracketed?</summary>
        public bool IsPlain(SyntaxNode node) =>
            node is ParenthesizedExpressionSyntax or LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax
            && Replaced.All(replaced => !node.Span.Contains(replaced.Key) || replaced.Value is Read or Element { Sequence: Read, Index: Read or Literal });

        public Opaque Build(string prefix, IrType type, Site site, SemanticModel model)
        {
            var parts = new List<string>();
            var operands = new List<Expr>();
            var text = new StringBuilder(prefix);
            TextSpan? inside = null;
            bool first = true;
            foreach (SyntaxToken token in Root.DescendantTokens())
            {
                if (inside is { } skipped && skipped.Contains(token.Span)) continue;
                if (!first && (token.LeadingTrivia.Any() || token.GetPreviousToken().TrailingTrivia.Any()) && text.Length > 0 && text[text.Length - 1] != ' ') text.Append(' ');
                else if (!first && text.Length == 0 && (token.LeadingTrivia.Any() || token.GetPreviousToken().TrailingTrivia.Any())) text.Append(' ');
                first = false;
                if (_before.TryGetValue(token.SpanStart, out string? opening)) text.Append(opening);
                inside = Replaced.Keys.Where(span => span.Contains(token.Span)).Select(span => (TextSpan?)span).OrderByDescending(span => span!.Value.Length).FirstOrDefault();
                if (inside is not { } replacedSpan) text.Append(token.Text);
                else if (Replaced[replacedSpan] is string other) text.Append(other);
                else
                {
                    parts.Add(text.ToString());
                    text.Clear();
                    operands.Add((Expr)Replaced[replacedSpan]);
                }
                if (_after.TryGetValue(inside?.End ?? token.Span.End, out string? closing)) text.Append(closing);
            }
            parts.Add(text.ToString());
            return new Opaque(parts.ToEquatable(), operands.ToEquatable(), type, Repeatable, Guarded.ToEquatable(), site, Guarded.Count > 0 ? Wording(Root) : "", Guarded.Count > 0 ? Remedies.Unknown(Root, model, CancellationToken.None) : "", ChangesOutside);
        }
    }
}
