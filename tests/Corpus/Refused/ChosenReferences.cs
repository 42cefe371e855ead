// expect: refused
// expect-id: DIFF0101 at: Larger(ref x, ref y)
// expect-id: DIFF0101 at: Larger(ref x, ref y)
// expect-id: DIFF0101 at: At(a, b, 2)
// what is returned is a reference to one of two places: a store through it went into a copy of the value
using AutoDiff;

namespace Corpus.Refused;

public static partial class ChosenReferences
{
    private static ref double Larger(ref double p, ref double q) => ref (p > q ? ref p : ref q);

    private static ref double At(double[] a, double[] b, int i) => ref (i > 1 ? ref a[i] : ref b[0]);

    [Differentiable]
    [At(1.0, 2.0)]
    public static double Stored(double x, double y)
    {
        Larger(ref x, ref y) *= 3;
        return x * y;
    }

    [Differentiable]
    [At(1.0, 2.0)]
    public static double ByAName(double x, double y)
    {
        ref double r = ref Larger(ref x, ref y);
        r *= 3;
        return x * y;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, new double[] { 4 }, 2.0)]
    public static double Elements(double[] a, double[] b, double x)
    {
        At(a, b, 2) *= x;
        return a[2] * b[0];
    }
}
