// expect: refused
// expect-id: DIFF0103 at: double.Parse($"{x:R}", CultureInfo.InvariantCulture)
// the active value travels as interpolated text
using System;
using System.Globalization;
using AutoDiff;

namespace Corpus.Refused;

public static partial class TextDetour
{
    [Differentiable]
    [At(3.0)]
    public static double F(double x) => x * double.Parse($"{x:R}", CultureInfo.InvariantCulture);
}
