// expect: refused
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class FixedBuffer
{
    [Differentiable]
    [At(new double[] { 3, 2 }, Gradient = new double[] { 2, 3 })]
    public static unsafe double F(double[] a)
    {
        fixed (double* p = a)
        {
            return p[0] * p[1];
        }
    }
}
