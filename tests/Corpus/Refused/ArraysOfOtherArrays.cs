// expect: refused
// expect-id: DIFF0006 at: double[][][] a
// expect-id: DIFF0006 at: double[][,] a
// expect-id: DIFF0006 at: Pair[][] a
// arrays of arrays as parameters, other than of rows of numbers: the companions did not compile
using AutoDiff;

namespace Corpus.Refused;

public static partial class ArraysOfOtherArrays
{
    public struct Pair
    {
        public double A;
    }

    [Differentiable]
    public static double Deep(double[][][] a) => a[0][0][0];

    [Differentiable]
    public static double OfMatrices(double[][,] a) => a[0][0, 0];

    [Differentiable]
    public static double OfStructs(Pair[][] a) => a[0][0].A;
}
