using System.Reflection;

namespace AutoDiff.EndToEnd.Tests;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    public static string Folder { get; } = Path.GetFullPath(typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(each => each.Key == "RepositoryFolder").Value!);

    public static string PathOf(string relative) => Path.Combine(Folder, relative);

    public static string Text(string relative) => File.ReadAllText(PathOf(relative)).ReplaceLineEndings("\n");

    public static bool Has(string relative) => File.Exists(PathOf(relative)) || Directory.Exists(PathOf(relative));
}
