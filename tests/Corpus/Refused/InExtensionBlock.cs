// expect: refused
// expect-id: DIFF0007 at: F
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class InExtensionBlock
{
    extension(double x)
    {
        [Differentiable]
        public double F() => x * x;
    }
}
