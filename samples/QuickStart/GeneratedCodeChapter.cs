using System.Reflection;

namespace QuickStart;

/// <summary>Where the compiler left the generated files, and how one begins.</summary>
internal static class GeneratedCodeChapter
{
    private const int LinesShown = 17;

    public static void Print(Report report)
    {
        report.Title("4  The generated code");

        // Known at build time: the project file asks the compiler to keep the files there.
        string folder = typeof(GeneratedCodeChapter).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(each => each.Key == "GeneratedFiles").Value!;
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "Poly.Horner.g.cs", SearchOption.AllDirectories) : [];
        report.Check("Poly.Horner has a generated file", files.Length == 1);
        if (files.Length != 1)
        {
            report.Line("Build the project first; the files are expected under " + Path.GetFullPath(folder));
            return;
        }

        report.Line("The companions of every method lie as C# files under " + Path.GetRelativePath(".", Path.GetDirectoryName(files[0])!));
        report.Line("Poly.Horner.g.cs, the derivative of the README's example, begins:");
        report.Line();
        foreach (string line in File.ReadLines(files[0]).Take(LinesShown)) report.Line(("  | " + line).TrimEnd());
        report.Line();
    }
}
