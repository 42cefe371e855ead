// expect: refused
// expect-id: DIFF0103 at: "" + x
// expect-id: DIFF0103 at: Keep("" + x)
using System.Globalization;
using AutoDiff;

namespace Corpus.Refused;

public static partial class TextParsedByAHelper
{
    private static string _kept = "";

    private static double Parsed(string text, double x) => double.Parse(text, CultureInfo.InvariantCulture) * x;

    private static void Keep(string text) => _kept = text;

    [Differentiable]
    public static double F(double x) => Parsed("" + x, x);

    [Differentiable]
    public static double G(double x)
    {
        Keep("" + x);
        return x * double.Parse(_kept, CultureInfo.InvariantCulture);
    }
}
