// expect: refused
// expect-id: DIFF0103 at: "" + x
// two text variables that are given each other: a number is made of one again
using System.Globalization;
using AutoDiff;

namespace Corpus.Refused;

public static partial class TextInACircle
{
    [Differentiable]
    [At(1.5)]
    public static double F(double x)
    {
        string a = "1";
        string b = a;
        b = "" + x;
        a = b;
        return x * double.Parse(a, CultureInfo.InvariantCulture);
    }
}
