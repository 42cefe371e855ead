// expect: refused
// expect-id: DIFF0101 at: sums[0]
// an array of SIMD vectors has no adjoint: the derivative would be lost in it
using System.Numerics;
using AutoDiff;

namespace Corpus.Refused;

public static partial class VectorsInAnArray
{
    [Differentiable]
    public static double F(double[] x)
    {
        var sums = new Vector<double>[2];
        sums[0] = new Vector<double>(x);
        return Vector.Sum(sums[0]);
    }
}
