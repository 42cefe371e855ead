// expect: refused
// expect-id: DIFF0103 at: TensorPrimitives.SinCos(x, s, c)
// expect-id: DIFF0103 at: TensorPrimitives.BitIncrement(x, s)
// expect-id: DIFF0103 at: TensorPrimitives.ProductOfSums<double>(x, s)
// methods of TensorPrimitives without a rule
using System;
using System.Numerics.Tensors;
using AutoDiff;

namespace Corpus.Refused;

public static partial class TensorsUnknown
{
    [Differentiable]
    [At(new double[] { 3, 1, 2 })]
    public static double F(double[] x)
    {
        var s = new double[3];
        var c = new double[3];
        TensorPrimitives.SinCos(x, s, c);
        TensorPrimitives.BitIncrement(x, s);
        return s[0] + c[0] + TensorPrimitives.ProductOfSums<double>(x, s);
    }
}
