// expect: refused or right
// a later issue
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class TupleResult
{
    [Differentiable]
    [At(3.0)]
    public static (double Sum, double Product) F(double x) => (x + 1, x * 2);
}
