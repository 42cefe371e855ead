using System.Reflection;
using System.Text.RegularExpressions;

namespace AutoDiff.Generators.Tests.Diagnostics;

/// <summary>The help page of a diagnostic, as it stands beside the descriptors.</summary>
internal sealed partial record DiagnosticPage(string Id, string Text)
{
    public static string Folder { get; } = Path.Combine(DiagnosticsFolder, "Pages");

    public static string DiagnosticsFolder => Path.GetFullPath(typeof(DiagnosticPage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "DiagnosticsFolder").Value!);

    public static IReadOnlyList<string> Ids { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>The blocks of C#: the first shows the diagnostic, the second its remedy.</summary>
    public IReadOnlyList<string> Programs => [.. Block().Matches(Text).Select(match => match.Groups[1].Value)];

    public static DiagnosticPage Read(string id) => new(id, File.ReadAllText(Path.Combine(Folder, id + ".md")));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
