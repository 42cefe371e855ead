using System.Reflection;
using AutoDiff.Generators.Tests.Diagnostics;
using AutoDiff.Generators.FrontEnd;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace AutoDiff.Generators.Tests.Projects;

/// <summary>The files under <c>tests/Corpus</c>: one feature each, and <c>Points.cs</c> with the attributes that all of them use.</summary>
public static class CorpusFiles
{
    private const string Shared = "Points";

    private static string Folder { get; } = Path.GetFullPath(typeof(CorpusFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "CorpusFolder").Value!);

    /// <summary>The names of the files without folder and extension, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. NamesIn(Folder).Where(name => name != Shared)];

    /// <summary>The names of the files of C# beyond the covered language, likewise; <see cref="ParseRefused"/> reads them.</summary>
    public static IReadOnlyList<string> Refused { get; } = NamesIn(Path.Combine(Folder, nameof(Refused)));

    public static TheoryData<string> Rows => [.. Names];

    /// <summary>All files in one project: some call each other.</summary>
    public static UserProject All { get; } = new([Read(Shared), .. Names.Select(Read)]);

    public static CSharpCompilation Compilation { get; } = All.Compilation;

    private static readonly Lazy<GeneratorDriver> LazyDriver = new(() => All.Driver().RunGenerators(Compilation));

    private static readonly Lazy<IReadOnlyDictionary<string, string>> LazyGenerated = new(() => UserProject.Generated(Driver));

    /// <summary>The driver after a run over <see cref="Compilation"/>: one run for all tests that only look at what it made.</summary>
    public static GeneratorDriver Driver => LazyDriver.Value;

    /// <summary>All that is generated, by hint name.</summary>
    public static IReadOnlyDictionary<string, string> Generated => LazyGenerated.Value;

    /// <summary>What is generated for the methods of one file, by hint name.</summary>
    public static IReadOnlyDictionary<string, string> GeneratedFor(string name)
    {
        SyntaxTree tree = Compilation.SyntaxTrees.Single(each => each.FilePath == name + ".cs");
        SemanticModel model = Compilation.GetSemanticModel(tree);
        return new SortedDictionary<string, string>(tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Select(method => model.GetDeclaredSymbol(method)!)
            .Where(Differentiables.IsMarked)
            .SelectMany(method => new[] { null, Receiver.Of(method, Compilation) }.Distinct().Select(receiver => Signature.HintName(method, receiver)))
            .Where(Generated.ContainsKey)
            .ToDictionary(hint => hint, hint => Generated[hint]), StringComparer.Ordinal);
    }

    /// <summary>The attributes that all files use, as a part of an <see cref="AnalyzedProgram"/>.</summary>
    public static SyntaxTree Points { get; } = Parse(Shared);

    public static SyntaxTree Parse(string name) => AnalyzedProgram.Parse(TextOf(name), name + ".cs");

    public static SyntaxTree ParseRefused(string name) => Parse(nameof(Refused) + "/" + name);

    public static string TextOf(string name) => File.ReadAllText(Path.Combine(Folder, name + ".cs"));

    private static (string Path, string Text) Read(string name) => (name + ".cs", TextOf(name));

    private static string[] NamesIn(string folder) => [.. Directory.EnumerateFiles(folder, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];
}
