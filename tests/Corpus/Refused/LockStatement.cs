// expect: refused or right
// expect-id: DIFF0102 at: lock
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class LockStatement
{
    private static readonly object Gate = new();

    [Differentiable]
    [At(3.0, Gradient = new double[] { 6 })]
    public static double F(double x)
    {
        lock (Gate)
        {
            return x * x;
        }
    }
}
