using Microsoft.CodeAnalysis;
using Xunit;

namespace AutoDiff.Generators.Tests.Diagnostics;

/// <summary>The corpus proper: no errors but in the methods that say that they may be refused, and generator and analyzer agree.</summary>
public class CoveredCorpusTests
{
    private static readonly Lazy<(AnalyzedProgram Program, SyntaxTree[] Trees)> Corpus = new(() =>
    {
        SyntaxTree[] trees = [.. CorpusFiles.Features.Select(CorpusFiles.Parse)];
        return (AnalyzedProgram.Of(AnalyzedProgram.Compile(trees)), trees);
    });

    [Fact]
    public void CoveredMethod_WithTheAnalyzer_HasNoError()
    {
        foreach (Diagnostic error in Corpus.Value.Program.Errors)
        {
            string method = MethodAround(error).ToString();
            Assert.True(method.Contains("[MayBeRefused(", StringComparison.Ordinal), error + "\n" + method);
        }
    }

    [Fact]
    public void CoveredMethod_WithTheGenerator_HasCompanionsUnlessThereIsAnError() => Verdicts.AgreeFor(Corpus.Value.Program, Corpus.Value.Trees);

    [Fact]
    public void CoveredCorpus_WithItsCompanions_Compiles() => Assert.Empty(Corpus.Value.Program.CompilerErrors);

    private static SyntaxNode MethodAround(Diagnostic error) => error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan)
        .AncestorsAndSelf().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>().Last();
}
