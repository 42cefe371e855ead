using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AutoDiff.Numerics.Tests.Compile;

/// <summary>The files of the corpus as syntax trees, read from the folder that the project file names.</summary>
public static class CorpusText
{
    public static CSharpParseOptions Options { get; } = new(LanguageVersion.CSharp14);

    public static string PointsFile { get; } = Path.Combine(Folder, "Points.cs");

    private static string Folder => FolderOf("Corpus");

    /// <summary>
    /// One file per feature, sorted by name; <c>Points.cs</c> is among them. While a feature is being written, the environment variable
    /// <c>CORPUS</c> names the only files to be tested, without their ending and with commas between.
    /// </summary>
    public static IReadOnlyList<SyntaxTree> Features { get; } = [.. Files(Folder).Where(IsChosen).Select(Parse)];

    private static bool IsChosen(string file) => Environment.GetEnvironmentVariable("CORPUS") is not { Length: > 0 } chosen
        || file == PointsFile || chosen.Split(',').Contains(Path.GetFileNameWithoutExtension(file));

    public static IReadOnlyList<string> RefusedFiles { get; } = [.. Files(Path.Combine(Folder, "Refused"))];

    /// <summary>Types of other libraries that the corpus uses, written down element by element for the references.</summary>
    public static IReadOnlyList<SyntaxTree> Twins { get; } = [.. Directory.EnumerateFiles(FolderOf("Twins"), "*.twin.cs").Order(StringComparer.Ordinal).Select(Parse)];

    public static SyntaxTree Parse(string file) =>
        CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file), System.Text.Encoding.UTF8), Options, file);

    private static string FolderOf(string what) => Path.GetFullPath(typeof(CorpusText).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == what + "Folder").Value!);

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal);
}
