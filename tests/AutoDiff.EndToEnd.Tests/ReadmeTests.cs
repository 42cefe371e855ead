using System.Text.RegularExpressions;

namespace AutoDiff.EndToEnd.Tests;

/// <summary>What README.md and the contributor page show and name is there.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Example_InReadme_IsTheFileOfTheSample() =>
        Assert.Equal(Repository.Text("samples/QuickStart/Poly.cs"), Readme.Example);

    [Fact]
    public void Example_Generated_CompilesWithoutADiagnostic() => Assert.Equal([], Generated.Diagnostics(Readme.Example));

    [Fact]
    public void Companion_InReadme_IsWhatTheGeneratorWrites()
    {
        // The README shows one member, moved to the left.
        string shown = string.Concat(Readme.Generated.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "\n" : "    " + line + "\n"));
        string written = Generated.Text(Readme.Example);

        Assert.True(written.Contains("\n" + shown, StringComparison.Ordinal), "README.md shows\n\n" + shown + "\nand the generator writes\n\n" + written);
    }

    [Fact]
    public void GeneratedFile_KeptBySample_IsWhatTheGeneratorWrites()
    {
        string folder = Repository.PathOf("samples/QuickStart/obj/generated");
        string kept = Assert.Single(Directory.GetFiles(folder, "Poly.Horner.g.cs", SearchOption.AllDirectories));

        Assert.Equal(Generated.Text(Readme.Example), File.ReadAllText(kept));
    }

    [Fact]
    public void Commands_InReadme_AreWhatContinuousIntegrationRuns()
    {
        string[] script = Repository.Text(".ci/run").Split('\n');

        Assert.Equal(2, Readme.Commands.Length);
        foreach (string command in Readme.Commands) Assert.Contains(script, line => line.StartsWith(command, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("generator/README.md")]
    [InlineData("runtime/README.md")]
    public void Page_LinkOrPath_LeadsToSomethingInTheRepository(string page)
    {
        string text = Repository.Text(page);
        string folder = Path.GetDirectoryName(page)!;
        IEnumerable<string> links = Link().Matches(text).Select(match => Path.Combine(folder, match.Groups[1].Value));
        IEnumerable<string> paths = QuotedPath().Matches(text).Select(match => match.Groups[1].Value);
        string[] all = [.. links, .. paths];

        Assert.NotEmpty(all);
        Assert.Equal([], all.Where(path => !Repository.Has(path)));
    }

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();

    /// <summary>A path from the root of the repository in back quotes.</summary>
    [GeneratedRegex(@"`((?:src|runtime|generator|tests|samples|\.ci)/[^`<>*… ]*)`")]
    private static partial Regex QuotedPath();
}
