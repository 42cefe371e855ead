// expect: refused
// expect-id: DIFF0103 at: Legendre(n, x)
// expect-id: DIFF0110 at: Visit(k - 1)
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class RecursiveLocalFunctions
{
    [Differentiable]
    [At(0.3, 2, Gradient = new double[] { 0.9 })]
    public static double OfNumbers(double x, int n)
    {
        double Legendre(int n, double y) => n == 0 ? 1 : n == 1 ? y : ((2 * n - 1) * y * Legendre(n - 1, y) - (n - 1) * Legendre(n - 2, y)) / n;
        return Legendre(n, x);
    }

    [Differentiable]
    [At(3.0, 2, Gradient = new double[] { 3 })]
    public static double Counting(double x, int n)
    {
        int visits = 0;
        int Visit(int k)
        {
            visits++;
            return k == 0 ? 0 : Visit(k - 1);
        }

        Visit(n);
        return x * visits;
    }
}
