using System.IO.Compression;

namespace AutoDiff.EndToEnd.Tests;

/// <summary>The package as a stranger gets it.</summary>
public sealed class PackageTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    [Fact]
    public void Package_WhenPacked_HoldsAnalyzersReadmeAndLicence()
    {
        using ZipArchive package = feed.Open("AutoDiff.Generators");
        string[] entries = [.. package.Entries.Select(entry => entry.FullName)];

        Assert.Contains("analyzers/dotnet/cs/AutoDiff.Generators.dll", entries);
        Assert.Contains("README.md", entries);
        Assert.Contains("LICENSE", entries);
        Assert.DoesNotContain(entries, entry => entry.StartsWith("lib/", StringComparison.Ordinal));
    }

    [Fact]
    public void Package_WhenPacked_HoldsEveryAnalyzerAssemblyAndEveryDiagnosticPage()
    {
        using ZipArchive package = feed.Open("AutoDiff.Generators");
        string[] entries = [.. package.Entries.Select(entry => entry.FullName)];
        string pages = Repository.PathOf("generator/AutoDiff.Generators/Diagnostics/Pages");

        IEnumerable<string> assemblies = Directory.GetFiles(Repository.PathOf("generator"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name != "AutoDiff.Generators.Package")
            .Select(name => $"analyzers/dotnet/cs/{name}.dll");
        IEnumerable<string> documents = Directory.Exists(pages) ? Directory.GetFiles(pages, "*.md").Select(file => "docs/" + Path.GetFileName(file)) : [];

        Assert.Equal([], assemblies.Concat(documents).Except(entries));
    }

    [Fact]
    public void Package_WhenPacked_DependsOnBothLibrariesInItsOwnVersion()
    {
        using ZipArchive package = feed.Open("AutoDiff.Generators");
        using var reader = new StreamReader(package.GetEntry("AutoDiff.Generators.nuspec")!.Open());
        string specification = reader.ReadToEnd();

        Assert.Contains($"<dependency id=\"AutoDiff\" version=\"{feed.Version}\"", specification);
        Assert.Contains($"<dependency id=\"AutoDiff.Runtime\" version=\"{feed.Version}\"", specification);
    }

    [Fact]
    public async Task FreshProject_WithOnlyAPackageReference_PrintsTheGradientsOfTheReadme()
    {
        using var consumer = new Consumer(feed, Readme.Tape + Readme.Call);

        (await consumer.Dotnet("build")).Succeeds();
        Outcome outcome = (await consumer.Dotnet("run", "--no-build")).Succeeds();

        Assert.Equal(Readme.TapePrinted + "\n" + Readme.Printed, outcome.Output.Trim());
    }

    [Fact]
    public async Task FreshProject_WithAMethodThatIsRefused_FailsToBuildAtTheExpression()
    {
        using var consumer = new Consumer(feed, """
            using AutoDiff;

            Console.WriteLine(Refused.F(1));

            static partial class Refused
            {
                [Differentiable]
                public static double F(double x) => x + double.Parse(x.ToString());
            }
            """);

        Outcome outcome = await consumer.Dotnet("build");

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(outcome.Lines, line => line.Contains("Program.cs(8,58): error DIFF0103"));
    }

    [Fact]
    public async Task FreshProject_PublishedWithNativeAot_PrintsTheGradientsOfTheReadme()
    {
        NativeAot toolchain = await NativeAot.Find();
        if (toolchain.Missing is not null)
        {
            NativeAot.Report("not tried, because " + toolchain.Missing);
            return;
        }

        using var consumer = new Consumer(feed, Readme.Tape + Readme.Call);
        string published = Path.Combine(consumer.Folder, "published");
        (await consumer.Dotnet([.. "publish -o".Split(' '), published, .. toolchain.Properties])).Succeeds();
        Outcome outcome = (await Command.Run(consumer.Folder, Path.Combine(published, "Consumer" + toolchain.ExecutableSuffix))).Succeeds();

        Assert.Equal(Readme.TapePrinted + "\n" + Readme.Printed, outcome.Output.Trim());
        NativeAot.Report("published, run, right");
    }
}
