using Xunit;

namespace AutoDiff.Generators.Tests.Supported;

public sealed class SupportedPageTests
{
    [Fact]
    public void Page_AgainstTheGenerator_SaysWhatItDoes()
    {
        string written = SupportedPage.Write();
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1") File.WriteAllText(SupportedPage.Path, written);

        Assert.Equal(File.ReadAllText(SupportedPage.Path).ReplaceLineEndings("\n"), written);
    }
}
