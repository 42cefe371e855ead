using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoDiff.Generators.Tests.Diagnostics;

/// <summary>
/// A program as the compiler sees it in a user's project: first the generator runs, then the analyzer, over the sources with what was
/// generated.
/// </summary>
internal sealed class AnalyzedProgram
{
    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "AutoDiff.dll")),
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "System.Numerics.Tensors.dll")),
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "AutoDiff.Runtime.dll")),
    ];

    /// <summary>Bound once, so that the programs made from it share the symbols of the framework.</summary>
    private static readonly Lazy<CSharpCompilation> Empty = new(() =>
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        CSharpCompilation compilation = CSharpCompilation.Create("Program", [], References, options);
        compilation.GetSpecialType(SpecialType.System_Object);
        return compilation;
    });

    private AnalyzedProgram(CSharpCompilation plain, GeneratorDriver driver)
    {
        Plain = plain;
        driver = driver.RunGeneratorsAndUpdateCompilation(plain, out Compilation all, out ImmutableArray<Diagnostic> reported);
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        Compilation = all;
        GeneratorFailure = Failure(result);
        Companions = [.. result.GeneratedSources.Select(source => source.HintName)];
        Diagnostics = [.. reported, .. all.WithAnalyzers([new DifferentiableAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult()];
    }

    /// <summary>What the generator threw, or caught in one of the methods.</summary>
    internal static Exception? Failure(GeneratorRunResult result) => result.Exception
        ?? (result.GeneratedSources.Select(source => source.SourceText?.ToString() ?? "").FirstOrDefault(text => text.Contains("\n#error ", StringComparison.Ordinal)) is { } fault ? new InvalidOperationException(fault) : null);

    public CSharpCompilation Plain { get; }

    /// <summary>The sources with the companions.</summary>
    public Compilation Compilation { get; }

    public Exception? GeneratorFailure { get; }

    /// <summary>The names of the generated files.</summary>
    public IReadOnlyList<string> Companions { get; }

    /// <summary>What generator and analyzer report; <c>AD0001</c> and <c>CS8785</c> are among it if one of them throws.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    public IEnumerable<Diagnostic> Errors => Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public IEnumerable<Diagnostic> CompilerErrors => Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public static AnalyzedProgram Of(params string[] texts) => Of(Compile(texts.Select((text, i) => Parse(text, $"Program{i}.cs"))));

    public static AnalyzedProgram Of(CSharpCompilation plain) => new(plain, CSharpGeneratorDriver.Create([new DifferentiableGenerator().AsSourceGenerator()], parseOptions: Parsing));

    /// <summary>A program over which the generator has run already: it does not run again.</summary>
    public static AnalyzedProgram Of(CSharpCompilation plain, GeneratorDriver driver) => new(plain, driver);

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Parsing, path);

    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => Empty.Value.AddSyntaxTrees(trees);

    /// <summary>The source text under a diagnostic, on one line.</summary>
    public static string TextAt(Diagnostic diagnostic) => OneLine(diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));

    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
