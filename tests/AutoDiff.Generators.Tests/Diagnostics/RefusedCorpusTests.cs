using System.Text.RegularExpressions;
using AutoDiff.Generators.Tests.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace AutoDiff.Generators.Tests.Diagnostics;

/// <summary>
/// Every file of C# beyond the covered language says in lines <c>// expect-id: DIFFxxxx at: text</c> which errors it has, and on which
/// expression (spaces and line breaks do not count); no line, no error.
/// </summary>
public partial class RefusedCorpusTests
{
    public static TheoryData<string> Files => [.. CorpusFiles.Refused];

    [Theory]
    [MemberData(nameof(Files))]
    public void RefusedFile_WithTheAnalyzer_HasExactlyTheExpectedErrors(string file)
    {
        AnalyzedProgram program = Program(file, out SyntaxTree tree);
        string[] expected = [.. Expectation().Matches(tree.ToString()).Select(match => match.Groups[1].Value + " at " + AnalyzedProgram.OneLine(match.Groups[2].Value))];
        string[] actual = [.. program.Errors.OrderBy(error => error.Location.SourceSpan).Select(error => error.Id + " at " + AnalyzedProgram.TextAt(error))];
        Assert.Equal(expected.Order(), actual.Order());
        // A sentence, or a quoted construct that begins one; what to do after a colon.
        Assert.All(program.Errors, error => Assert.Matches(@"^('\S|[A-Z]).*: \S", error.GetMessage()));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void RefusedFile_WithTheAnalyzer_HasCompanionsOrAnErrorInEachMethod(string file)
    {
        AnalyzedProgram program = Program(file, out SyntaxTree tree);
        Verdicts.AgreeFor(program, [tree]);
    }

    private static AnalyzedProgram Program(string file, out SyntaxTree tree)
    {
        tree = CorpusFiles.ParseRefused(file);
        return AnalyzedProgram.Of(AnalyzedProgram.Compile([CorpusFiles.Points, tree]));
    }

    [GeneratedRegex("^// expect-id: (DIFF[0-9]{4}) at: (.*)$", RegexOptions.Multiline)]
    private static partial Regex Expectation();
}
