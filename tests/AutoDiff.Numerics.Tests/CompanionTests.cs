using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.Model;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>That the companions exist, compile without a warning in any mode, and have the signatures of DESIGN 2.1.</summary>
public class CompanionTests
{
    [Fact]
    public void Corpus_Differentiated_LeavesNoMethodRefused()
    {
        DifferentiatedCorpus corpus = DifferentiatedCorpus.WithAnalyses;
        Assert.Null(corpus.GeneratorFailure);
        string[] refused = [.. PlainCorpus.Methods.Where(method => !method.MayBeRefused && Missing(method).Any())
            .Select(method => $"{method.Id}: no {string.Join(", ", Missing(method))}")];
        Assert.True(
            refused.Length == 0, $"{refused.Length} of {PlainCorpus.Methods.Count} methods lack companions:\n{string.Join("\n", refused)}");

        IEnumerable<string> Missing(CorpusMethod method) =>
            CompanionSignature.Suffixes(method).Except(Companions.Of(corpus.Compilation, method).Keys);
    }

    /// <summary>A method that may be refused gets all companions or none.</summary>
    [Fact]
    public void Corpus_Differentiated_LeavesNoMethodHalfDone()
    {
        Compilation compilation = DifferentiatedCorpus.WithAnalyses.Compilation;
        Assert.All(PlainCorpus.Methods.Where(method => method.MayBeRefused), method =>
        {
            int found = Companions.Of(compilation, method).Count;
            Assert.True(found == 0 || found == CompanionSignature.Suffixes(method).Count(), method.Id);
        });
    }

    [Fact]
    public void GeneratedCode_WithAnalyses_CompilesWithoutWarning() => AssertClean(DifferentiatedCorpus.WithAnalyses);

    [Fact]
    public void GeneratedCode_WithoutAnalyses_CompilesWithoutWarning() => AssertClean(DifferentiatedCorpus.WithoutAnalyses);

    [Fact]
    public void GeneratedCode_WithOverflowChecks_CompilesWithoutWarning() => AssertClean(DifferentiatedCorpus.Checked);

    [Theory]
    [MemberData(nameof(CorpusRows.Methods), MemberType = typeof(CorpusRows))]
    public void Companion_OfAMethod_HasTheContractedSignature(string id)
    {
        CorpusMethod method = PlainCorpus.Method(id);
        var found = Companions.Of(DifferentiatedCorpus.WithAnalyses.Compilation, method);
        Assert.NotEmpty(found);
        Assert.Equal(
            CompanionSignature.Suffixes(method).Where(found.ContainsKey).Select(suffix => CompanionSignature.Expected(method, suffix)),
            CompanionSignature.Suffixes(method).Where(found.ContainsKey).Select(suffix => CompanionSignature.Actual(found[suffix])));
    }

    private static void AssertClean(DifferentiatedCorpus corpus)
    {
        Assert.NotEmpty(corpus.Generated);
        Assert.True(corpus.Problems.Count == 0, string.Join("\n", corpus.Problems.Take(40).Select(Text)));
    }

    /// <summary>The message with the generated line that it is about.</summary>
    private static string Text(Diagnostic diagnostic)
    {
        int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        return $"{diagnostic}\n    {diagnostic.Location.SourceTree?.GetText().Lines[line].ToString().Trim()}";
    }
}
