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

    private const string Name = "the differentiated corpus";

    private readonly FrozenDictionary<int, MethodDriver> drivers;

    public DifferentiatedCorpus(CSharpCompilation plain, IReadOnlyList<CorpusMethod> methods, bool analyses)
    {
        GeneratorDriver generator = CSharpGeneratorDriver.Create(
            [new DifferentiableGenerator(analyses).AsSourceGenerator()], parseOptions: CorpusText.Options);
        generator = generator.RunGenerators(plain);
        GeneratorRunResult result = generator.GetRunResult().Results[0];
        GeneratorFailure = result.Exception;
        Generated = [.. result.GeneratedSources.Select(source => source.SyntaxTree)];
        Compilation = plain.AddSyntaxTrees(Generated);
        CSharpCompilation driven = WithDrivers(methods);
        Assembly? assembly = LoadedAssembly.TryLoad(driven, Name, out IReadOnlyList<Diagnostic> problems);
        Problems = [.. problems.Where(problem => problem.Location.SourceTree is not { } tree || Compilation.ContainsSyntaxTree(tree))];
        if (assembly is null)
        {
            Problems = CompilationFailure.FindIn(Compilation);
            Compilation = WithoutBrokenFiles(plain, Compilation);
            assembly = LoadedAssembly.Load(WithDrivers(methods), Name);
        }

        Assembly = assembly;
        drivers = methods.ToFrozenDictionary(method => method.Number, method => new MethodDriver(Assembly, method));
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

    private CSharpCompilation WithDrivers(IReadOnlyList<CorpusMethod> methods) => Compilation.AddSyntaxTrees(methods.Select(method => CSharpSyntaxTree.ParseText(
        DriverText.Write(method, Companions.Of(Compilation, method).Keys.ToFrozenSet()), CorpusText.Options, $"Driver{method.Number}.cs")).Append(HiddenFields.Tree));

    private static CSharpCompilation WithoutBrokenFiles(CSharpCompilation plain, CSharpCompilation compilation)
    {
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
