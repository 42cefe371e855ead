using System.Text;
using AutoDiff.Generators.Tests.Diagnostics;
using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.Tests.Supported;

/// <summary>
/// The page of supported C#. A row of it is a construct with a program that has it; what the page says of the construct is what the
/// generator and the analyzer say of the program.
/// </summary>
internal static class SupportedPage
{
    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(DiagnosticPage.DiagnosticsFolder, "..", "Supported.md"));

    public static string Write()
    {
        var page = new StringBuilder();
        page.Append("# Supported C#\n\n");
        page.Append("What a `[Differentiable]` method may be made of. The page is written by a test that runs the generator over a program for each row; ");
        page.Append("**yes** means that the derivative is generated, an id that the method is refused at the expression, with that message. ");
        page.Append("What has no row here is refused as well, unless it is made of what has one.\n");
        foreach (IGrouping<string, Construct> section in Construct.All.GroupBy(construct => construct.Section))
        {
            page.Append("\n## ").Append(section.Key).Append("\n\n| construct | example | supported |\n|---|---|---|\n");
            foreach (Construct construct in section)
                page.Append("| ").Append(construct.Name).Append(" | `").Append(construct.Example.Replace("|", "\\|")).Append("` | ").Append(Verdict(construct)).Append(" |\n");
        }
        return page.ToString();
    }

    private static string Verdict(Construct construct)
    {
        AnalyzedProgram program = AnalyzedProgram.Of(construct.Program);
        if (program.Plain.GetDiagnostics().FirstOrDefault(each => each.Severity == DiagnosticSeverity.Error) is { } mistake) throw new InvalidOperationException(construct.Name + ": " + mistake);
        string[] ids = [.. program.Errors.Select(error => error.Id).Distinct().Order(StringComparer.Ordinal)];
        bool generated = program.Companions.Any(name => name.Contains(".F", StringComparison.Ordinal));
        if (generated == ids.Length > 0) throw new InvalidOperationException($"{construct.Name}: {program.Companions.Count} companions and {ids.Length} errors");
        return generated ? "yes" : string.Join(", ", ids.Select(id => $"[{id}](Diagnostics/Pages/{id}.md)"));
    }
}
