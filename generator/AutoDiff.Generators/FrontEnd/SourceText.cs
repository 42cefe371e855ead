using System.Text;
using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>The user's text without line breaks and comments.</summary>
internal static class SourceText
{
    public static string OneLine(SyntaxNode syntax)
    {
        var text = new StringBuilder();
        foreach (SyntaxToken token in syntax.DescendantTokens())
        {
            bool first = text.Length == 0;
            if (!first && (token.LeadingTrivia.Any() || token.GetPreviousToken().TrailingTrivia.Any()) && text[text.Length - 1] != ' ') text.Append(' ');
            text.Append(token.Text);
        }
        return text.ToString();
    }
}
