using System.Globalization;
using AutoDiff.Generators.Tests.Projects;
using Xunit;

namespace AutoDiff.Generators.Tests.Hostile;

/// <summary>Same input, same bytes: whatever the order of the files and the culture of the machine.</summary>
public sealed class DeterminismTests
{
    private const string Numbers = """
        using AutoDiff;
        public static partial class İstanbul
        {
            [Differentiable] public static double Iı(double İ, double ı, double i, float q = 0.25f, double eps = 1.5e-7, System.DayOfWeek d = (System.DayOfWeek)(-1))
            {
                const double k = -1.25; const int n = -3;
                double r = İ * k - 1_000.5 + 0x10 + 1e300;
                for (int j = n; j < 1_0; j++) r *= 2.5f * ı * j;
                double[] a = [-0.5, 1.5, i];
                return r * eps * q * System.Math.Pow(i, 2.5) * a[^1] + 100000.25;
            }
        }
        """;

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void Numbers_InAnotherCulture_GiveTheSameBytes(string culture)
    {
        UserProject project = UserProject.Of(Numbers);
        Assert.Equal(In(CultureInfo.InvariantCulture, project), In(CultureInfo.GetCultureInfo(culture), project));
    }

    /// <summary>The last file first, Turkish letters, and every sign that a number can have unlike the ones of C#.</summary>
    [Fact]
    public void Corpus_InAnotherOrderAndAHostileCulture_GivesTheSameBytes()
    {
        var hostile = (CultureInfo)CultureInfo.GetCultureInfo("tr-TR").Clone();
        hostile.NumberFormat = new NumberFormatInfo
        {
            NegativeSign = "\u2212", PositiveSign = "\u200F+", NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NumberGroupSizes = [1],
            NaNSymbol = "YOK", PositiveInfinitySymbol = "SONSUZ", NegativeInfinitySymbol = "\u2212SONSUZ",
        };
        Assert.Equal("\u22121,5", (-1.5).ToString(hostile));
        Assert.Equal(CorpusFiles.Generated, In(hostile, new UserProject([.. CorpusFiles.All.Files.Reverse()])));
    }

    [Fact]
    public void Numbers_InEveryCulture_Compile() => Companion.AssertClean(Numbers, "İstanbul.Iı.g.cs");

    private static IReadOnlyDictionary<string, string> In(CultureInfo culture, UserProject project)
    {
        IReadOnlyDictionary<string, string> generated = new Dictionary<string, string>();
        var thread = new Thread(() => generated = project.Generate());
        thread.CurrentCulture = thread.CurrentUICulture = culture;
        thread.Start();
        thread.Join();
        Assert.NotEmpty(generated);
        return generated;
    }
}
