namespace AutoDiff.EndToEnd.Tests;

/// <summary>The samples; the first is the first command of the README.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task QuickStart_Run_EndsWellWithEveryFigureRight()
    {
        Assert.Equal("dotnet run -c Release --project samples/QuickStart", Readme.Commands[0]);
        Outcome outcome = (await Command.Dotnet(Repository.Folder, Readme.Commands[0].Split(' ')[1..])).Succeeds();

        Assert.Matches(@"gradient = 4  8  12  16 +right", outcome.Output);
        Assert.Matches(@"gradient = 102400  102400  102400 +right", outcome.Output);
        Assert.Contains("    [[ 4.  8.]\n     [12. 16.]]\n    <NDArray 2x2 @cpu(0)>", outcome.Output);
        Assert.Equal(3, System.Text.RegularExpressions.Regex.Count(outcome.Output, "the numbers of the compiled method +right"));
        foreach (string certified in new[] { "2.3894212918E+02", "1.2305650693E-01", "6.1813463463E+03" })
            Assert.Equal(2, outcome.Lines.Count(line => line.Contains(certified + " ") && line.EndsWith("right", StringComparison.Ordinal)));
        Assert.Contains("| partial class Poly", outcome.Output);
        Assert.Matches(@"(?m)^  \d+ figures right, 0 wrong$", outcome.Output);
        Assert.DoesNotContain("WRONG", outcome.Output);
    }

    [Fact]
    public async Task ImplicitRule_Run_FindsTheSameNumbersByRuleAndByIteration()
    {
        Outcome outcome = (await Run("ImplicitRule")).Succeeds();

        Assert.Equal(4, System.Text.RegularExpressions.Regex.Count(outcome.Output, @" rule +-?\d"));
        Assert.Equal("The same numbers.", outcome.Lines.Last(line => line.Length > 0));
    }

    [Theory]
    [InlineData("softmax")]
    [InlineData("mlp")]
    [InlineData("lenet")]
    public async Task ImageClassification_OnAFewExamples_LearnsAndDraws(string model)
    {
        using TemporaryFolder folder = new();
        string data = SampleData.Shared("fashion-mnist") ?? SampleData.Images(folder, "data");
        Outcome outcome = (await Run(
            "ImageClassification", "--data", data, "--model", model, "--epochs", "2", "--examples", "600", "--batch", "60", "--output", folder.Path)).Succeeds();

        double[] losses = [.. System.Text.RegularExpressions.Regex.Matches(outcome.Output, @"epoch \d: loss (\d+\.\d+), train accuracy 0\.\d+, test accuracy 0\.\d+")
            .Select(match => double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(2, losses.Length);
        Assert.True(losses[1] < losses[0], outcome.Output);
        foreach (string picture in new[] { "learning-curve", "predictions" })
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(Path.Combine(folder.Path, $"{model}-{picture}.png"))[..4]);
    }

    [Fact]
    public async Task HousePrices_OfAFewEpochs_ValidatesAndPredicts()
    {
        using TemporaryFolder folder = new();
        string data = SampleData.Shared("house-prices") ?? SampleData.Houses(folder, "data");
        string prices = Path.Combine(folder.Path, "prices.csv");
        Outcome outcome = (await Run("HousePrices", "--data", data, "--folds", "3", "--epochs", "5", "--output", prices)).Succeeds();

        Assert.Equal(3, System.Text.RegularExpressions.Regex.Count(outcome.Output, @"(?m)^fold \d: train error \d+\.\d+, validation error \d+\.\d+"));
        Assert.Matches(@"(?m)^3-fold validation: train error \d+\.\d+, validation error \d+\.\d+", outcome.Output);
        Assert.StartsWith("Id,SalePrice\n", File.ReadAllText(prices).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ImageClassification", "train-images-idx3-ubyte.gz")]
    [InlineData("HousePrices", "kaggle_house_pred_train.csv")]
    public async Task Sample_WithoutItsData_SaysWhatIsMissing(string sample, string file)
    {
        using TemporaryFolder folder = new();
        Outcome outcome = await Run(sample, "--data", folder.Path);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(file, outcome.Output, StringComparison.Ordinal);
        Assert.Contains("--data <folder>", outcome.Output, StringComparison.Ordinal);
    }

    /// <summary>Runs a sample that was built together with the tests.</summary>
    private static Task<Outcome> Run(string sample, params string[] arguments) =>
        Command.Dotnet(Repository.Folder, ["run", "-c", "Release", "--no-build", "--project", "samples/" + sample, "--", .. arguments]);
}
