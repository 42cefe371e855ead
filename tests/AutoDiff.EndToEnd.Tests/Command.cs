using System.Diagnostics;
using System.Text;

namespace AutoDiff.EndToEnd.Tests;

/// <summary>What a program printed, standard output and error in the order they came, and how it ended.</summary>
internal sealed record Outcome(string CommandLine, int ExitCode, string Output)
{
    public string[] Lines => Output.Split('\n');

    public Outcome Succeeds()
    {
        Assert.True(ExitCode == 0, $"{CommandLine}\nended with exit code {ExitCode}:\n{Output}");
        return this;
    }
}

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    // The command line tool that runs the tests, or else the one on the path.
    private static readonly string DotnetHost = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    public static Task<Outcome> Dotnet(string folder, params string[] arguments) => Run(folder, DotnetHost, arguments);

    public static async Task<Outcome> Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // As in a fresh shell: no settings of the build that started the tests.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);

        // Build servers would outlive the command and hold its output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = new StringBuilder();
        await using CancellationTokenRegistration end = TestContext.Current.CancellationToken.Register(() => process.Kill(entireProcessTree: true));
        await Task.WhenAll(Collect(process.StandardOutput, output), Collect(process.StandardError, output));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Outcome($"{program} {string.Join(" ", arguments)}", process.ExitCode, output.ToString());
    }

    private static async Task Collect(StreamReader reader, StringBuilder output)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (output) output.Append(line).Append('\n');
        }
    }
}
