// expect: refused
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
