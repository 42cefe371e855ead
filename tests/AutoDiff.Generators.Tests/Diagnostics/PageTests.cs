using AutoDiff.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AutoDiff.Generators.Tests.Diagnostics;

/// <summary>The programs of the help pages: the first shows the diagnostic and nothing else, the second is free of it and has companions.</summary>
public class PageTests
{
    public static TheoryData<string> Ids => [.. Descriptors.Supported.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Example_OfAPage_ShowsItsDiagnosticAtTheMark(string id)
    {
        MarkedSource source = MarkedSource.Parse(DiagnosticPage.Read(id).Programs[0]);
        AnalyzedProgram program = AnalyzedProgram.Of(source.Text);
        Assert.Empty(program.CompilerErrors);
        Diagnostic[] found = [.. program.Diagnostics.Where(diagnostic => diagnostic.Id == id)];
        Assert.Equal(source.Spans, found.Select(diagnostic => diagnostic.Location.SourceSpan));
        // A method that calls a refused one needs the refused one beside it; everywhere else the page is about one diagnostic alone.
        if (id != "DIFF0106") Assert.Equal(found, program.Diagnostics);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Remedy_OfAPage_IsFreeOfDiagnosticsAndHasCompanions(string id)
    {
        AnalyzedProgram program = AnalyzedProgram.Of(DiagnosticPage.Read(id).Programs[1]);
        Assert.Empty(program.Diagnostics);
        Assert.Empty(program.CompilerErrors);
        Assert.NotEmpty(program.Companions);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_OfADiagnostic_HasItsTitleAndTheSectionsInOrder(string id)
    {
        DiagnosticPage page = DiagnosticPage.Read(id);
        Assert.StartsWith($"# {id}: {Descriptors.Find(id).Title}\n\n", page.Text, StringComparison.Ordinal);
        string[] sections = ["## Example", "## How to fix it", "## When to suppress it"];
        int[] places = [.. sections.Select(section => page.Text.IndexOf(section, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Equal(2, page.Programs.Count);
    }
}
