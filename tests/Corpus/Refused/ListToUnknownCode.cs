// expect: refused
// expect-id: DIFF0103 at: Recursive(a, 2)
// expect-id: DIFF0103 at: new List<double>(a)[0]
// a list that goes to code that cannot be read in place
using System;
using System.Collections.Generic;
using AutoDiff;

namespace Corpus.Refused;

public static partial class ListToUnknownCode
{
    [Differentiable]
    [At(new double[] { 3, 1, 2 }, Gradient = new double[] { 2, 0, 0 })]
    public static double F([Shape(3)] List<double> a) => Recursive(a, 2);

    private static double Recursive(List<double> a, int n) => n == 0 ? 0 : a[0] + Recursive(a, n - 1);

    [Differentiable]
    [At(new double[] { 3, 1, 2 }, Gradient = new double[] { 1, 0, 0 })]
    public static double G([Shape(3)] List<double> a) => new List<double>(a)[0];
}
