using System.Collections.Frozen;
using System.Reflection;
using AutoDiff.Generators;
using AutoDiff.Numerics.Tests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiff.Numerics.Tests.Compile;

/// <summary>
/// Corpus files with the companions that the generator wrote for them, compiled and loaded. A generated file that does not compile is
/// recorded and left out, so that one fault does not hide all others.
/// </summary>
public sealed class DifferentiatedCorpus
{
    private static readonly Lazy<DifferentiatedCorpus> LazyWithAnalyses = new(() => OfAll(overflowChecks: false, analyses: true));
    private static readonly Lazy<DifferentiatedCorpus> LazyWithoutAnalyses = new(() => OfAll(overflowChecks: false, analyses: false));
    private static readonly Lazy<DifferentiatedCorpus> LazyChecked = new(() => OfAll(overflowChecks: true, analyses: true));

    private readonly FrozenDictionary<int, MethodDriver> drivers;

    public DifferentiatedCorpus(CSharpCompilation plain, IReadOnlyList<CorpusMethod> methods, bool analyses)
    {
        GeneratorDriver generator = CSharpGeneratorDriver.Create(
            [new DifferentiableGenerator(analyses).AsSourceGenerator()], parseOptions: CorpusText.Options);
        generator = generator.RunGenerators(plain);
        GeneratorRunResult result = generator.GetRunResult().Results[0];
        GeneratorFailure = result.Exception;
        Generated = [.. result.GeneratedSources.Select(source => source.SyntaxTree)];
        Problems = CompilationFailure.FindIn(plain.AddSyntaxTrees(Generated));
        Compilation = WithoutBrokenFiles(plain, Generated);

        var existing = methods.ToDictionary(method => method.Number, method => Companions.Of(Compilation, method));
        var driverTrees = methods.Select(method => CSharpSyntaxTree.ParseText(
            DriverText.Write(method, existing[method.Number].Keys.ToFrozenSet()), CorpusText.Options, $"Driver{method.Number}.cs"));
        Assembly assembly = Assembly = LoadedAssembly.Load(Compilation.AddSyntaxTrees(driverTrees), "the differentiated corpus");
        drivers = methods.ToFrozenDictionary(method => method.Number, method => new MethodDriver(assembly, method));
    }

    public static DifferentiatedCorpus WithAnalyses => LazyWithAnalyses.Value;

    public static DifferentiatedCorpus WithoutAnalyses => LazyWithoutAnalyses.Value;

    /// <summary>Compiled with <c>CheckForOverflowUnderflow</c>.</summary>
    public static DifferentiatedCorpus Checked => LazyChecked.Value;

    public Exception? GeneratorFailure { get; }

    public IReadOnlyList<SyntaxTree> Generated { get; }

    /// <summary>Errors and warnings of the whole compilation; there must be none.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; }

    public CSharpCompilation Compilation { get; }

    public Assembly Assembly { get; }

    public MethodDriver this[CorpusMethod method] => drivers[method.Number];

    private static DifferentiatedCorpus OfAll(bool overflowChecks, bool analyses)
    {
        CSharpCompilation plain = PlainCorpus.Compilation;
        return new(plain.WithOptions(plain.Options.WithOverflowChecks(overflowChecks)), PlainCorpus.Methods, analyses);
    }

    private static CSharpCompilation WithoutBrokenFiles(CSharpCompilation plain, IReadOnlyList<SyntaxTree> generated)
    {
        CSharpCompilation compilation = plain.AddSyntaxTrees(generated);
        while (true)
        {
            SyntaxTree[] broken = [.. CompilationFailure.FindIn(compilation)
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree is { } tree
                    && !plain.ContainsSyntaxTree(tree))
                .Select(diagnostic => diagnostic.Location.SourceTree!).Distinct()];
            if (broken.Length == 0) return compilation;
            compilation = compilation.RemoveSyntaxTrees(broken);
        }
    }
}
