// expect: refused or right
// a later issue
using System;
using AutoDiff;

namespace Corpus.Refused;

public partial class InstanceMethod
{
    private readonly double scale = 2;

    [Differentiable]
    [At(2.0)]
    public double F(double x) => scale * x;
}
