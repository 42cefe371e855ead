// expect: refused or right
// hard program 11 (clad #465)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class RefParameter
{
    [Differentiable]
    [At(new double[] { 2, 3 }, Gradient = new double[] { 4, 1 })]
    public static double F(double[] a)
    {
        Square(ref a[0]);
        return a[0] + a[1];
    }

    [Differentiable]
    [At(3.0)]
    private static void Square(ref double z) => z *= z;
}
