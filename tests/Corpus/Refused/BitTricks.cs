// expect: refused
// expect-id: DIFF0103 at: BitConverter.DoubleToInt64Bits(x)
// silently zero if the call were taken for a constant
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class BitTricks
{
    [Differentiable]
    [At(3.0)]
    public static double F(double x) => x * BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) & ~0xFFFL);
}
