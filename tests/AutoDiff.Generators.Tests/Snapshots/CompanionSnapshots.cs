using AutoDiff.Generators.Tests.Projects;
using Xunit;

namespace AutoDiff.Generators.Tests.Snapshots;

/// <summary>All that is generated for each corpus file, to be read when it changes.</summary>
public sealed class CompanionSnapshots
{
    public static TheoryData<string> Files => CorpusFiles.Rows;

    [Theory]
    [MemberData(nameof(Files))]
    public void Companions_OfACorpusFile_AreAsApproved(string file)
    {
        IReadOnlyDictionary<string, string> generated = CorpusFiles.GeneratedFor(file);
        Assert.NotEmpty(generated);
        Snapshot.Match(file, string.Join("\n", generated.Select(source => $"//HintName: {source.Key}\n{source.Value}")), "cs");
    }
}
