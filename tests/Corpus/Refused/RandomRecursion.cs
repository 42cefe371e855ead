// expect: refused
// expect-id: DIFF0101 at: F(x * Random.Shared.NextDouble(), n - 1)
// the adjoint of the inner call would draw other numbers than the call did
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class RandomRecursion
{
    [Differentiable]
    [At(3.0, 2)]
    public static double F(double x, int n) => n == 0 ? x : F(x * Random.Shared.NextDouble(), n - 1);
}
