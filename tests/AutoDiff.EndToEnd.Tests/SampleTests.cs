namespace AutoDiff.EndToEnd.Tests;

/// <summary>The samples; the first is the first command of the README.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task QuickStart_Run_EndsWellWithEveryFigureRight()
    {
        Assert.Equal("dotnet run --project samples/QuickStart", Readme.Commands[0]);
        Outcome outcome = (await Command.Dotnet(Repository.Folder, Readme.Commands[0].Split(' ')[1..])).Succeeds();

        Assert.Matches(@"gradient = 4  8  12  16 +right", outcome.Output);
        Assert.Matches(@"gradient = 102400  102400  102400 +right", outcome.Output);
        foreach (string certified in new[] { "2.3894212918E+02", "1.2305650693E-01", "6.1813463463E+03" })
            Assert.Equal(2, outcome.Lines.Count(line => line.Contains(certified + " ") && line.EndsWith("right", StringComparison.Ordinal)));
        Assert.Contains("| partial class Poly", outcome.Output);
        Assert.Matches(@"(?m)^  \d+ figures right, 0 wrong$", outcome.Output);
        Assert.DoesNotContain("WRONG", outcome.Output);
    }

    [Fact]
    public async Task ImplicitRule_Run_FindsTheSameNumbersByRuleAndByIteration()
    {
        Outcome outcome = (await Command.Dotnet(Repository.Folder, "run", "--project", "samples/ImplicitRule")).Succeeds();

        Assert.Equal(4, System.Text.RegularExpressions.Regex.Count(outcome.Output, @" rule +-?\d"));
        Assert.Equal("The same numbers.", outcome.Lines.Last(line => line.Length > 0));
    }
}
