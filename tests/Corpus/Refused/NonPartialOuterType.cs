// expect: refused
// expect-id: DIFF0001 at: F
using System;
using AutoDiff;

namespace Corpus.Refused;

public static class NonPartialOuterType
{
    public static partial class Inner
    {
        [Differentiable]
        [At(2.0)]
        public static double F(double x) => x * x;
    }
}
