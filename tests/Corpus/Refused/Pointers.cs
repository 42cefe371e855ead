// expect: refused or right
// expect-id: DIFF0102 at: fixed
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class Pointers
{
    [Differentiable]
    [At(new double[] { 2, 3 }, Gradient = new double[] { 3, 2 })]
    public static unsafe double F(double[] a)
    {
        fixed (double* p = a)
        {
            return p[0] * p[1];
        }
    }
}
