// expect: refused
// expect-id: DIFF0101 at: Larger(ref x, ref y)
// expect-id: DIFF0101 at: Larger(ref x, ref y)
// expect-id: DIFF0101 at: At(a, b, 2)
// expect-id: DIFF0101 at: r = ref b[0]
// expect-id: DIFF0101 at: r = ref y
// expect-id: DIFF0101 at: r = ref a[1]
// expect-id: DIFF0101 at: x = ref a[1]
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

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, new double[] { 4 }, 2.0)]
    public static double AssignedFromAnother(double[] a, double[] b, double x)
    {
        ref double r = ref a[0];
        r *= x;
        r = ref b[0];
        r += x;
        return a[0] * b[0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 2.0)]
    public static double AssignedFromAVariable(double[] a, double x)
    {
        double y = x * x;
        scoped ref double r = ref a[0];
        r *= x;
        r = ref y;
        r += x;
        return a[0] * y;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 2.0)]
    public static double OfANewArray(double[] a, double x)
    {
        ref double r = ref a[0];
        a = [x, x, x];
        r *= x;
        r = ref a[1];
        r += x;
        return a[0] * a[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 2.0)]
    public static void AParameter(double[] a, ref double x)
    {
        x *= a[0];
        x = ref a[1];
        x *= 2;
    }
}
