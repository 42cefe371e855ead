// expect: refused or right
// expect-id: DIFF0103 at: Forth(x, 3)
using AutoDiff;

namespace Corpus.Refused;

public static partial class MutualRecursion
{
    [Differentiable]
    [At(2.0, Gradient = new double[] { 4 })]
    public static double F(double x) => Forth(x, 3);

    private static double Forth(double x, int n) => n == 0 ? 1 : x * Back(x, n - 1);

    private static double Back(double x, int n) => n == 0 ? 1 : Forth(x, n - 1);
}
