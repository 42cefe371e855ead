using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace AutoDiff.Generators.Tests.Diagnostics;

/// <summary>Generator and analyzer must agree on every method: companions, or an error inside it; never both, never neither.</summary>
internal static class Verdicts
{
    public static void AgreeFor(AnalyzedProgram program, IEnumerable<SyntaxTree> trees)
    {
        Assert.Null(program.GeneratorFailure);
        Diagnostic[] errors = [.. program.Errors];
        int marked = 0;
        foreach (SyntaxTree tree in trees)
        {
            SemanticModel model = program.Compilation.GetSemanticModel(tree);
            foreach (MethodDeclarationSyntax method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(IsMarked))
            {
                marked++;
                var symbol = (IMethodSymbol)model.GetDeclaredSymbol(method)!;
                bool differentiated = HasAdjoint(symbol, program);
                Diagnostic[] inside = [.. errors.Where(error => error.Location.SourceTree == tree && method.Span.Contains(error.Location.SourceSpan))];
                Assert.True(differentiated == (inside.Length == 0), $"{symbol}: {(differentiated ? "companions" : "no companion")}, {inside.Length} errors {string.Join("; ", (object[])inside)}");
            }
        }

        Assert.NotEqual(0, marked);
    }

    private static bool IsMarked(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Differentiable" or "AutoDiff.Differentiable");

    /// <summary>A generated member <c>FAdjoint</c> whose first parameters are those of <c>F</c>.</summary>
    private static bool HasAdjoint(IMethodSymbol method, AnalyzedProgram program) => method.ContainingType.GetMembers(method.Name + "Adjoint").OfType<IMethodSymbol>().Any(member =>
        member.DeclaringSyntaxReferences.All(reference => !program.Plain.ContainsSyntaxTree(reference.SyntaxTree))
        && member.Parameters.Length >= method.Parameters.Length
        && method.Parameters.Zip(member.Parameters, (a, b) => (SymbolEqualityComparer.Default.Equals(a.Type, b.Type) || a.Type.ToDisplayString() == b.Type.ToDisplayString()) && a.Name == b.Name).All(same => same));
}
