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
            // A string may have several lines.
            foreach (char character in token.Text) text.Append(character is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029' ? ' ' : character);
        }
        return text.ToString();
    }
}
