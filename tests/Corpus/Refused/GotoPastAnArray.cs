// expect: refused
// expect-id: DIFF0114 at: goto last;
using AutoDiff;

namespace Corpus.Refused;

public static partial class GotoPastAnArray
{
    [Differentiable]
    [At(2.0)]
    public static double F(double x)
    {
        double y = x;
        if (x > 1) goto last;
        double[] a = [x, x * x];
        y = a[1];
    last:
        a = [y];
        return a[0] * x;
    }
}
