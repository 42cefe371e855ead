using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace AutoDiff.Numerics.Tests.Compile;

/// <summary>What the corpus is compiled against.</summary>
public static class CorpusReferences
{
    /// <summary>As a user's project: the framework, a package of Microsoft's, and the two libraries of our own.</summary>
    public static IReadOnlyList<MetadataReference> Product { get; } =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(Beside("System.Numerics.Tensors.dll")),
        MetadataReference.CreateFromFile(Beside("AutoDiff.dll")),
        MetadataReference.CreateFromFile(Beside("AutoDiff.Runtime.dll")),
    ];

    /// <summary>With the number types of this project as well, for the retargeted copies.</summary>
    public static IReadOnlyList<MetadataReference> Retargeted { get; } =
        [.. Product, MetadataReference.CreateFromFile(typeof(CorpusReferences).Assembly.Location)];

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
