// expect: refused
// expect-id: DIFF0006 at: Vector<double> x
// a SIMD vector is for the body of a method, not for its signature
using System.Numerics;
using AutoDiff;

namespace Corpus.Refused;

public static partial class VectorParameter
{
    [Differentiable]
    public static double F(Vector<double> x) => Vector.Sum(x * x);
}
