// expect: refused
// expect-id: DIFF0103 at: Complex.Atan(Of(x))
// expect-id: DIFF0103 at: Same(x).Equals(Same(y))
// expect-id: DIFF0103 at: Table<int>.At(x switch { > 0 => p, _ => q })
using System.Numerics;
using AutoDiff;

namespace Corpus.Refused;

public static partial class StructsFromCallsInUnknownCode
{
    public readonly struct Part
    {
        public readonly double X;

        public Part(double x)
        {
            X = x;
        }
    }

    public static class Table<T>
    {
        private static double[] Weights = { 1.5, 2.5 };

        public static double At(Part part) => Weights[0] * part.X;
    }

    [Differentiable]
    [At(0.3)]
    public static double Known(double x) => Complex.Atan(Of(x)).Real;

    [Differentiable]
    [At(0.3, 2.0)]
    public static double Compared(double x, double y)
    {
        if (Same(x).Equals(Same(y))) return x;
        return y * y;
    }

    [Differentiable]
    [At(0.3)]
    public static double Chosen(double x)
    {
        var p = new Part(x);
        var q = new Part(2 * x);
        return Table<int>.At(x switch { > 0 => p, _ => q });
    }

    private static Complex Of(double x) => new(x, x * x);

    private static Part Same(double x) => new(x);
}
