// expect: refused
// expect-id: DIFF0103 at: positive & x
// the bits of a vector of numbers, which carry no derivative
using System.Runtime.Intrinsics;
using AutoDiff;

namespace Corpus.Refused;

public static partial class VectorBits
{
    [Differentiable]
    public static double F(double a, double b)
    {
        Vector128<double> x = Vector128.Create(a, b);
        var positive = Vector128.GreaterThan(x, Vector128<double>.Zero);
        return Vector128.Sum(positive & x);
    }
}
