using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiff.Generators.Emit;

/// <summary>The local functions that a companion calls, line by line: they stand at its end.</summary>
internal static class OwnFunctionText
{
    public static IEnumerable<string> Of(Procedure procedure, MethodIr method, ExpressionWriter expressions)
    {
        foreach (OwnFunction function in Called(procedure, method))
        {
            yield return "";
            foreach (string line in Laid(expressions.Named(function.Text)).Split('\n')) yield return line;
        }
    }

    /// <summary>The compiler warns of one that nobody calls.</summary>
    private static IEnumerable<OwnFunction> Called(Procedure procedure, MethodIr method)
    {
        if (method.OwnFunctions.Count == 0) return [];
        HashSet<OwnFunction> called = [];
        var texts = new Queue<string>(procedure.Body.AllExpressions().OfType<Opaque>().SelectMany(opaque => opaque.Parts));
        while (texts.Count > 0)
        {
            string text = texts.Dequeue();
            foreach (OwnFunction function in method.OwnFunctions)
                if (Calls(text, function.Name) && called.Add(function)) texts.Enqueue(function.Text);
        }
        return method.OwnFunctions.Where(called.Contains);
    }

    private static bool Calls(string text, string name) => SyntaxFactory.ParseTokens(text).Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    private static string Laid(string text) => SyntaxFactory.ParseStatement(text).NormalizeWhitespace("    ", "\n").ToFullString();
}
