namespace AutoDiff.EndToEnd.Tests;

/// <summary>What <c>.ci/run</c> makes of what the test runner says; a script stands in for <c>dotnet</c>.</summary>
public sealed class ContinuousIntegrationTests
{
    private const string Summary = "Test run summary: {0}!\n  total: {1}\n  failed: {2}\n  succeeded: {3}\n  skipped: 0\n  duration: 1s 657ms";

    public static TheoryData<string, int, string, int> Runs => new()
    {
        { Write("Passed", 12, 0, 12), 0, "12 passed, 0 failed", 0 },
        { Write("Failed", 12, 3, 9), 2, "9 passed, 3 failed", 2 },
        // An exit code that contradicts the summary, either way, is a failure.
        { Write("Failed", 12, 3, 9), 0, "9 passed, 3 failed", 1 },
        { Write("Passed", 12, 0, 12), 134, "12 passed, 0 failed", 134 },
        // No count, no success.
        { "error CS0103: The name 'x' does not exist", 1, "0 passed, 0 failed", 1 },
        { "Zero tests ran", 0, "0 passed, 0 failed", 1 },
        { Write("Passed", 0, 0, 0), 0, "0 passed, 0 failed", 1 },
        // A test prints something that looks like a summary; the last one counts. Colours do not matter.
        { "  total: 99\n  failed: 99\n  succeeded: 0\n" + Write("\u001b[32mPassed", 12, 0, 12), 0, "12 passed, 0 failed", 0 },
    };

    [Theory, MemberData(nameof(Runs))]
    public async Task Run_AfterTheTests_EndsWithTheCountsOfTheRunner(string printed, int exitCode, string lastLine, int expected)
    {
        Outcome outcome = await RunScript($"""
            [ "$1" = test ] || exit 0
            cat <<'END'
            {printed}
            END
            exit {exitCode}
            """);

        Assert.Equal(lastLine, outcome.Output.TrimEnd('\n').Split('\n')[^1]);
        Assert.Equal(expected, outcome.ExitCode);
    }

    [Fact]
    public async Task Run_AfterASampleThatFails_FailsThoughTheTestsPass()
    {
        Outcome outcome = await RunScript($"""
            [ "$1" = test ] || exit 3
            cat <<'END'
            {Write("Passed", 12, 0, 12)}
            END
            """);

        Assert.Equal("12 passed, 0 failed", outcome.Output.TrimEnd('\n').Split('\n')[^1]);
        Assert.Equal(3, outcome.ExitCode);
    }

    private static string Write(string verdict, int total, int failed, int succeeded) => string.Format(Summary, verdict, total, failed, succeeded);

    private static async Task<Outcome> RunScript(string dotnet)
    {
        using var folder = new TemporaryFolder();
        folder.Write(".ci/run", Repository.Text(".ci/run"));
        string standIn = folder.Write("bin/dotnet", "#!/usr/bin/env bash\n" + dotnet + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(standIn, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string path = Path.GetDirectoryName(standIn) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        return await Command.Run(folder.Path, "env", "PATH=" + path, "bash", ".ci/run");
    }
}
