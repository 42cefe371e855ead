using AutoDiff.Generators.Tests.Diagnostics;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AutoDiff.Generators.Tests.Projects;

/// <summary>A project that uses the package, in memory: its files, its options, and the generator beside the compiler.</summary>
public sealed record UserProject(params IReadOnlyList<(string Path, string Text)> Files)
{
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(DifferentiableAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "System.Numerics.Tensors.dll")),
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "AutoDiff.Runtime.dll")),
    ];

    /// <summary>What all projects grow from, so that the framework is read once.</summary>
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("User", [], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public OutputKind Output { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public bool Checked { get; init; }

    public bool AllowUnsafe { get; init; }

    /// <summary>One file, called <c>Program.cs</c>.</summary>
    public static UserProject Of(string text) => new(("Program.cs", text));

    /// <summary>As a project file with <c>GenerateDocumentationFile</c>: comments are read, and missing or broken ones are warnings.</summary>
    public CSharpParseOptions ParseOptions => new(Language, DocumentationMode.Diagnose);

    public CSharpCompilation Compilation => Empty.AddSyntaxTrees(Files.Select(Tree)).WithOptions(
        new CSharpCompilationOptions(Output, nullableContextOptions: Nullable, warningLevel: 9999, checkOverflow: Checked, allowUnsafe: AllowUnsafe));

    public SyntaxTree Tree((string Path, string Text) file) =>
        CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), ParseOptions, file.Path);

    /// <summary>A driver with every step tracked, which has not run yet.</summary>
    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new DifferentiableGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The generated files by hint name, in the order of their names.</summary>
    public IReadOnlyDictionary<string, string> Generate() => Generated(Driver().RunGenerators(Compilation));

    /// <inheritdoc cref="Generate"/>
    /// <param name="driver">One that has run.</param>
    public static IReadOnlyDictionary<string, string> Generated(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        if (AnalyzedProgram.Failure(result) is { } failure) throw new InvalidOperationException("The generator failed.", failure);
        return new SortedDictionary<string, string>(
            result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString()), StringComparer.Ordinal);
    }

    /// <summary>
    /// Errors, and warnings as errors, of the project with what was generated for it. The user's own missing comments (CS1591) are no
    /// concern of ours.
    /// </summary>
    public IReadOnlyList<string> Problems() => Problems(Driver(), Compilation);

    /// <inheritdoc cref="Problems()"/>
    /// <param name="driver">One that may have run over <paramref name="compilation"/> before: it does not run again what it knows.</param>
    /// <param name="compilation">The files.</param>
    public IReadOnlyList<string> Problems(GeneratorDriver driver, Compilation compilation)
    {
        driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation whole, out var failures);
        return
        [
            .. failures.Select(failure => failure.ToString()),
            .. whole.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !(diagnostic.Id == "CS1591" && IsOwn(diagnostic)))
                .Select(diagnostic => diagnostic + "\n    " + Line(diagnostic)),
        ];
    }

    private bool IsOwn(Diagnostic diagnostic) => Files.Any(file => file.Path == diagnostic.Location.SourceTree?.FilePath);

    private static string Line(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree
        ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()
        : "";
}
