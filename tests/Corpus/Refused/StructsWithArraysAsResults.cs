// expect: refused
// expect-id: DIFF0004 at: Q[]
// the adjoints of such a result were added without those of the arrays in it
using AutoDiff;

namespace Corpus.Refused;

public static partial class StructsWithArraysAsResults
{
    public struct Q
    {
        public double[] D;
        public double W;
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, 0.7)]
    public static Q[] Made(double[] d, double x)
    {
        var q = new Q[2];
        for (int i = 0; i < 2; i++) q[i] = new Q { D = new[] { d[i] * x, x }, W = d[i] };
        return q;
    }
}
