// expect: refused
// expect-id: DIFF0101 at: (double[][])m.Clone()
// expect-id: DIFF0101 at: m[1..]
// expect-id: DIFF0101 at: .. var rest
// the copy holds the very rows of the original: their adjoints are one
using AutoDiff;

namespace Corpus.Refused;

public static partial class CopiesThatShareRows
{
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 2.0)]
    public static double Cloned([Shape(2, 2)] double[][] m, double x)
    {
        double[][] a = (double[][])m.Clone();
        a[0][1] *= x;
        return a[0][1] * m[0][1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 2.0)]
    public static double Sliced([Shape(2, 2)] double[][] m, double x)
    {
        double[][] a = m[1..];
        a[0][1] *= x;
        return a[0][1] * m[1][1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 2.0)]
    public static double Matched([Shape(2, 2)] double[][] m, double x) => m is [var first, .. var rest] ? first[0] * rest[0][1] * x : x;
}
