using AutoDiff.Generators;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiff.EndToEnd.Tests;

/// <summary>The generator, run in the test on one file.</summary>
internal static class Generated
{
    public static string Text(string source) => Run(source).GetRunResult().GeneratedTrees.Single().ToString();

    /// <summary>Everything above hidden that the compiler says about the file and its companions.</summary>
    public static IEnumerable<Diagnostic> Diagnostics(string source)
    {
        Run(source, out Compilation compilation);
        return compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden);
    }

    private static GeneratorDriver Run(string source) => Run(source, out _);

    private static GeneratorDriver Run(string source, out Compilation compilation)
    {
        var before = CSharpCompilation.Create(
            "Example",
            [CSharpSyntaxTree.ParseText(source)],
            [.. Net100.References.All, Beside("AutoDiff.dll"), Beside("AutoDiff.Runtime.dll")],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return CSharpGeneratorDriver.Create(new DifferentiableGenerator()).RunGeneratorsAndUpdateCompilation(before, out compilation, out _);
    }

    private static PortableExecutableReference Beside(string file) => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file));
}
