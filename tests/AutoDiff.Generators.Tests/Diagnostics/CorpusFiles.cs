using System.Reflection;
using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.Tests.Diagnostics;

/// <summary>The files of the corpus, read from the folder that the project file names.</summary>
internal static class CorpusFiles
{
    private static readonly string Folder = Path.GetFullPath(typeof(CorpusFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "CorpusFolder").Value!);

    /// <summary>The attributes that corpus files use.</summary>
    public static SyntaxTree Points { get; } = Parse(Path.Combine(Folder, "Points.cs"));

    public static IReadOnlyList<string> Features { get; } = Files(Folder);

    public static IReadOnlyList<string> Refused { get; } = Files(Path.Combine(Folder, "Refused"));

    public static SyntaxTree Parse(string file) => AnalyzedProgram.Parse(File.ReadAllText(file), file);

    private static string[] Files(string folder) => [.. Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal)];
}
