// expect: refused
// expect-id: DIFF0101 at: (x, y) => Counted(x, y)
// expect-id: DIFF0101 at: Counted
// expect-id: DIFF0101 at: Array.Sort(a, a)
// expect-id: DIFF0101 at: rows.OrderBy(row => row[0])
// a comparison is kept as it is, so it must only compute; arrays that are sorted together must be two
using System;
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class SortedByComparison
{
    private static double seen;

    [Differentiable]
    [At(new double[] { 3, 1, 2 })]
    public static double ByALambda(double[] a)
    {
        Array.Sort(a, (x, y) => Counted(x, y));
        return a[0] + 2 * a[1] + 3 * a[2];
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2 })]
    public static double ByAMethod(double[] a)
    {
        Array.Sort(a, Counted);
        return (a[0] + 2 * a[1] + 3 * a[2]) * seen;
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2 })]
    public static double WithItself(double[] a)
    {
        Array.Sort(a, a);
        return a[0] + 2 * a[1] + 3 * a[2];
    }

    [Differentiable]
    [At(3.0, 1.0, 2.0)]
    public static double Rows(double x, double y, double z)
    {
        double[][] rows = [[x, y], [y, z]];
        return rows.OrderBy(row => row[0]).First()[1];
    }

    private static int Counted(double x, double y)
    {
        seen += x;
        return x.CompareTo(y);
    }
}
