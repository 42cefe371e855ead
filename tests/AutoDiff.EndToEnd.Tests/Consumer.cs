namespace AutoDiff.EndToEnd.Tests;

/// <summary>A console project that knows nothing of the repository: the example of the README and a reference to the package.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PackageFeed _feed;

    public Consumer(PackageFeed feed, string program)
    {
        _feed = feed;
        _folder.Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="AutoDiff.Generators" Version="{feed.Version}" />
              </ItemGroup>
            </Project>
            """);
        _folder.Write("NuGet.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="{feed.Packages}" />
              </packageSources>
            </configuration>
            """);
        _folder.Write("Poly.cs", Readme.Example);
        _folder.Write("Program.cs", program);
    }

    public string Folder => _folder.Path;

    /// <summary>Runs <c>dotnet</c> in the project, restoring into the cache of the feed.</summary>
    public Task<Outcome> Dotnet(params string[] arguments) => Command.Dotnet(Folder, [.. arguments, "-p:RestorePackagesPath=" + _feed.Cache, "-p:RestoreFallbackFolders=" + _feed.UserCache]);

    public void Dispose() => _folder.Dispose();
}
