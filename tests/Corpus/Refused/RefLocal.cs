// expect: refused or right
// hard program 11 (clad #734)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class RefLocal
{
    [Differentiable]
    [At(new double[] { 2, 3 }, 5.0, Gradient = new double[] { 1, 5, 3 })]
    public static double F(double[] a, double x)
    {
        ref double p = ref a[1];
        p *= x;
        return a[0] + a[1];
    }
}
