using AutoDiff.Generators.Tests.Projects;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AutoDiff.Generators.Tests.Diagnostics;

/// <summary>The corpus proper: no errors but in the methods that say that they may be refused, and generator and analyzer agree.</summary>
public class CoveredCorpusTests
{
    private static readonly Lazy<AnalyzedProgram> Corpus = new(() => AnalyzedProgram.Of(CorpusFiles.Compilation, CorpusFiles.Driver));

    [Fact]
    public void CoveredMethod_WithTheAnalyzer_HasNoError()
    {
        foreach (Diagnostic error in Corpus.Value.Errors)
        {
            string method = MethodAround(error).ToString();
            Assert.True(method.Contains("[MayBeRefused(", StringComparison.Ordinal), error + "\n" + method);
        }
    }

    [Fact]
    public void CoveredCorpus_WithTheAnalyzer_HasNoFailureOfTheAnalyzer() => Assert.DoesNotContain(Corpus.Value.Diagnostics, diagnostic => diagnostic.Id == "AD0001");

    [Fact]
    public void CoveredMethod_WithTheGenerator_HasCompanionsUnlessThereIsAnError() => Verdicts.AgreeFor(Corpus.Value, CorpusFiles.Compilation.SyntaxTrees);

    private static SyntaxNode MethodAround(Diagnostic error) => error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan)
        .AncestorsAndSelf().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>().Last();
}
