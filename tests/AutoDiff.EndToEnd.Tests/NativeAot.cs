using System.Runtime.InteropServices;

namespace AutoDiff.EndToEnd.Tests;

/// <summary>Whether this machine can compile ahead of time, found out by trying.</summary>
/// <param name="Missing">Why not; null if it can.</param>
/// <param name="Properties">The build properties that publishing needs.</param>
internal sealed record NativeAot(string? Missing, string[] Properties)
{
    public string ExecutableSuffix => OperatingSystem.IsWindows() ? ".exe" : "";

    /// <summary>Says what became of the test in <c>artifacts/native-aot.txt</c>, which <c>.ci/run</c> prints, and beside the test.</summary>
    public static void Report(string outcome)
    {
        Directory.CreateDirectory(Repository.PathOf("artifacts"));
        File.WriteAllText(Repository.PathOf("artifacts/native-aot.txt"), $"NativeAOT: {outcome}.\n");
        TestContext.Current.TestOutputHelper?.WriteLine($"NativeAOT: {outcome}.");
    }

    public static async Task<NativeAot> Find()
    {
        string? linker = OperatingSystem.IsWindows() ? "" : await Linker("clang") ?? await Linker("gcc");
        if (linker is null) return new NativeAot("neither clang nor gcc can link a program with zlib here", []);

        // The compiler comes as a package. A project without any other reference restores it with the user's own settings into the user's
        // cache, from where the project under test takes it.
        using var probe = new TemporaryFolder();
        string[] properties = [$"-p:RuntimeIdentifier={RuntimeInformation.RuntimeIdentifier}", "-p:PublishAot=true", .. linker.Length == 0 ? [] : new[] { "-p:CppCompilerAndLinker=" + linker }];
        probe.Write("Probe.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
            </Project>
            """);
        probe.Write("Program.cs", "System.Console.WriteLine();");
        Outcome restore = await Command.Dotnet(probe.Path, ["restore", .. properties]);
        if (restore.ExitCode != 0) return new NativeAot("the package of the native compiler cannot be restored: " + restore.Output.Trim(), []);
        if (OperatingSystem.IsWindows())
        {
            Outcome publish = await Command.Dotnet(probe.Path, ["publish", .. properties]);
            if (publish.ExitCode != 0) return new NativeAot("an empty program cannot be published: " + publish.Output.Trim(), []);
        }

        return new NativeAot(null, properties);
    }

    /// <summary>The compiler driver, if it links what the native compiler will ask it to link.</summary>
    private static async Task<string?> Linker(string driver)
    {
        using var folder = new TemporaryFolder();
        string source = folder.Write("empty.c", "int main(void) { return 0; }\n");
        try
        {
            Outcome outcome = await Command.Run(folder.Path, driver, source, "-lz", "-lm", "-o", Path.Combine(folder.Path, "empty"));
            return outcome.ExitCode == 0 ? driver : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
