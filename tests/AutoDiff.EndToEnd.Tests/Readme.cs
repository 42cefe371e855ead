namespace AutoDiff.EndToEnd.Tests;

/// <summary>The parts of README.md that the tests hold it to: its fenced blocks, in order.</summary>
internal static class Readme
{
    private static readonly string[] CSharp = [.. Blocks("csharp")];

    /// <summary>The method that the README differentiates.</summary>
    public static string Example => CSharp[0];

    /// <summary>How the README calls a companion; the comment at its end is what it prints.</summary>
    public static string Call => CSharp[1];

    /// <summary>What the README shows of the generated file.</summary>
    public static string Generated => CSharp[2];

    /// <summary>The lesson on the tape; the comments at its end are what it prints.</summary>
    public static string Tape => CSharp[3];

    public static string TapePrinted => string.Join("\n", Tape.Split('\n').Where(line => line.StartsWith("// ", StringComparison.Ordinal)).Select(line => line[3..]));

    public static string Printed => Call[(Call.LastIndexOf("// ", StringComparison.Ordinal) + 3)..].Trim();

    /// <summary>The commands, one a line.</summary>
    public static string[] Commands { get; } = [.. Blocks("sh").SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    private static IEnumerable<string> Blocks(string language)
    {
        string[] parts = Repository.Text("README.md").Split("\n```");
        for (int i = 1; i < parts.Length; i += 2)
            if (parts[i].StartsWith(language + "\n", StringComparison.Ordinal)) yield return parts[i][(language.Length + 1)..] + "\n";
    }
}
