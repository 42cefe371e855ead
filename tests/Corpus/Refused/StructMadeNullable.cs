// expect: refused
// expect-id: DIFF0103 at: p
// expect-id: DIFF0103 at: pairs[0]
// a struct of numbers as a nullable one, out of a variable and out of an array
using AutoDiff;

namespace Corpus.Refused;

public static partial class StructMadeNullable
{
    public struct Pair
    {
        public double A, B;
    }

    [Differentiable]
    [At(2.0, 3.0, Gradient = new double[] { 3, 2 })]
    public static double OfAVariable(double x, double k)
    {
        var p = new Pair { A = x, B = k };
        Pair? maybe = p;
        return maybe.Value.A * k;
    }

    [Differentiable]
    [At(new double[] { 2, 5 }, 3.0, Gradient = new double[] { 15, 6, 10 })]
    public static double OfAnElement([Shape(1)] Pair[] pairs, double k)
    {
        Pair? maybe = pairs[0];
        return maybe.Value.A * k * pairs[0].B;
    }
}
