// expect: refused
// expect-id: DIFF0103 at: Vector.AsVectorInt64(new Vector<double>(x))
// a vector of other lanes
using System.Numerics;
using AutoDiff;

namespace Corpus.Refused;

public static partial class VectorCast
{
    [Differentiable]
    public static double F(double[] x)
    {
        Vector<long> bits = Vector.AsVectorInt64(new Vector<double>(x));
        return Vector.Sum(Vector.AsVectorDouble(bits));
    }
}
