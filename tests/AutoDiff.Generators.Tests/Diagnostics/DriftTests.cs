using AutoDiff.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AutoDiff.Generators.Tests.Diagnostics;

/// <summary>Descriptor, release line and page belong together (the tests of an id run over the descriptors): nobody is to forget one of them.</summary>
public class DriftTests
{
    private static readonly string[] ReleaseLines =
        [.. File.ReadLines(Path.Combine(DiagnosticPage.DiagnosticsFolder, "Releases.md")).Where(line => line.StartsWith("DIFF", StringComparison.Ordinal))];

    public static TheoryData<string> Ids => PageTests.Ids;

    [Fact]
    public void Descriptors_InTheRegister_AreWhatTheAnalyzerSupports() =>
        Assert.Equal(Descriptors.Supported, new DifferentiableAnalyzer().SupportedDiagnostics);

    [Fact]
    public void ReleaseFile_AgainstTheDescriptors_HasTheSameLines() => Assert.Equal(
        Descriptors.Supported.Select(descriptor => $"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}"),
        ReleaseLines);

    [Fact]
    public void Pages_AgainstTheDescriptors_AreOneForEach() =>
        Assert.Equal(Descriptors.Supported.Select(descriptor => descriptor.Id), DiagnosticPage.Ids);

    [Fact]
    public void Ids_InTheRegister_AreSortedAndDistinct() =>
        Assert.Equal(Descriptors.Supported.Select(descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal), Descriptors.Supported.Select(descriptor => descriptor.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void HelpLink_OfADescriptor_LeadsToItsPage(string id)
    {
        string link = Descriptors.Find(id).HelpLinkUri;
        Assert.EndsWith("Diagnostics/Pages/" + id + ".md", link, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(DiagnosticPage.DiagnosticsFolder, "Pages", Path.GetFileName(link))));
    }

    /// <summary>What is wrong, a colon, what to do; one sentence without a full stop. (DIFF0105 quotes reason and remedy from the table of functions.)</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Message_OfADescriptor_NamesARemedyAfterAColon(string id)
    {
        string message = Descriptors.Find(id).MessageFormat.ToString();
        if (id != "DIFF0105") Assert.Matches(@"^[^:]+: \S[^:]+$", message);
        // DIFF0101 begins with a phrase that the front end gives: a quoted construct, or what kind of construct it is.
        Assert.Matches(id == "DIFF0101" ? @"^\{0\} is " : @"^('\{0\}'|[A-Z])", message);
        Assert.DoesNotMatch(@"[.!\s]$", message);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Title_OfADescriptor_IsAShortStatement(string id) =>
        Assert.Matches(@"^[A-Z][^.:!]{10,60}$", Descriptors.Find(id).Title.ToString());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Severity_OfADescriptor_FollowsItsNumber(string id)
    {
        DiagnosticSeverity expected = id switch
        {
            "DIFF0120" => DiagnosticSeverity.Warning,
            _ when id.StartsWith("DIFF02", StringComparison.Ordinal) => DiagnosticSeverity.Info,
            _ => DiagnosticSeverity.Error,
        };
        Assert.Equal(expected, Descriptors.Find(id).DefaultSeverity);
    }
}
