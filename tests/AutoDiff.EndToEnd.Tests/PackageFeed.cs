using System.IO.Compression;

namespace AutoDiff.EndToEnd.Tests;

/// <summary>
/// The packages, packed once for all tests into a folder that serves as the only source. The version is one that no other feed or cache has. What they
/// depend on was restored into the cache of the user when they were packed, and is taken from there.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private static readonly string[] Projects =
        ["generator/AutoDiff.Generators.Package", "src/AutoDiff", "runtime/AutoDiff.Runtime"];

    private readonly TemporaryFolder _folder = new();

    public string Version { get; } = "0.0.1-test." + Guid.NewGuid().ToString("N");

    public string Packages => Path.Combine(_folder.Path, "feed");

    /// <summary>Where restored packages are unpacked, apart from the cache of the user.</summary>
    public string Cache => Path.Combine(_folder.Path, "cache");

    /// <summary>Where the user's own packages are unpacked.</summary>
    public string UserCache { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        string locals = (await Command.Dotnet(Repository.Folder, "nuget", "locals", "global-packages", "--list")).Succeeds().Output.Trim();
        UserCache = locals[(locals.IndexOf(": ", StringComparison.Ordinal) + 2)..];

        // Built apart from the working copy, so that nothing there changes under tests that run at the same time.
        foreach (string project in Projects)
        {
            Outcome outcome = await Command.Dotnet(
                Repository.Folder, "pack", project, "-o", Packages, "--artifacts-path", Path.Combine(_folder.Path, "artifacts"), "-p:Version=" + Version, "-nologo");
            outcome.Succeeds();
        }
    }

    public ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(Packages, $"{package}.{Version}.nupkg"));

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
