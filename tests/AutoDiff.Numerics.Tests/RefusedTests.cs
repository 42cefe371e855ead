using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.Model;
using AutoDiff.Numerics.Tests.References;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>
/// C# beyond the covered language, a file for each case. Its first line says what is expected: <c>refused</c> means no companion at all,
/// <c>refused or right</c> leaves the choice but not the gradient. In either case the rest of the compilation is untouched.
/// </summary>
public class RefusedTests
{
    public static TheoryData<string> Files => [.. CorpusText.RefusedFiles.Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void RefusedFile_ByItself_CompilesWithoutError(string file) =>
        Assert.DoesNotContain(Plain(file).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    [Theory]
    [MemberData(nameof(Files))]
    public void RefusedFile_WithTheGenerator_StillCompiles(string file)
    {
        DifferentiatedCorpus corpus = Differentiated(file, out _);
        Assert.Null(corpus.GeneratorFailure);
        Assert.DoesNotContain(corpus.Problems, problem => problem.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void RefusedMethod_WithTheGenerator_HasNoCompanionOrARightOne(string file)
    {
        string expectation = File.ReadLines(PathOf(file)).First();
        Assert.Contains(expectation, (string[])["// expect: refused", "// expect: refused or right"]);
        DifferentiatedCorpus corpus = Differentiated(file, out IReadOnlyList<CorpusMethod> drivable);
        if (expectation == "// expect: refused") Assert.Empty(CompanionsIn(corpus.Compilation));
        foreach (CorpusMethod method in drivable)
        {
            if (corpus[method].Gradient is not { } gradient) continue;
            foreach (CorpusPoint point in method.Points.Where(point => point.Gradient is not null))
                Tolerance.Within(1e-14, point.Gradient!, [.. Numbering.FlattenDoubles(gradient(point.Fresh()).Skip(1))], method.Id);
        }
    }

    /// <summary>Whatever is called like a companion, be its signature what it may.</summary>
    private static IEnumerable<string> CompanionsIn(Compilation compilation) =>
        CorpusReading.TypesIn(compilation.Assembly.GlobalNamespace).SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.MethodKind == MethodKind.Ordinary)
            .Select(method => method.Name)
            .Where(name => CompanionSignature.AllSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal)));

    private static DifferentiatedCorpus Differentiated(string file, out IReadOnlyList<CorpusMethod> drivable)
    {
        CSharpCompilation plain = Plain(file);
        drivable = [.. CorpusReading.Methods(plain).Where(method => method.IsDrivable)];
        return new(plain, drivable, analyses: true);
    }

    private static CSharpCompilation Plain(string file)
    {
        SyntaxTree[] trees = [CorpusText.Parse(CorpusText.PointsFile), CorpusText.Parse(PathOf(file))];
        CSharpCompilation compilation = PlainCorpus.Compile(trees, CorpusReferences.Product);
        return compilation.WithOptions(compilation.Options.WithAllowUnsafe(true));
    }

    private static string PathOf(string file) => CorpusText.RefusedFiles.Single(path => Path.GetFileNameWithoutExtension(path) == file);
}
