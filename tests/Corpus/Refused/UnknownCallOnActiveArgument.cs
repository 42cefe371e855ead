// expect: refused
// expect-id: DIFF0103 at: x.ToString("R", CultureInfo.InvariantCulture)
// the active value travels as text
using System;
using System.Globalization;
using AutoDiff;

namespace Corpus.Refused;

public static partial class UnknownCallOnActiveArgument
{
    [Differentiable]
    [At(3.0)]
    public static double F(double x) => x * double.Parse(x.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
