using System;
using AutoDiff;

namespace Corpus;

/// <summary>Rules of one's own for functions that cannot be seen, or whose derivative is known better.</summary>
public static partial class UserRules
{
    [Differentiable]
    [At(0.7, 1.2)]
    public static double ByRule(double x, double y)
    {
        double root = CubeRoot(x * y);
        return root * Scaled(x, 3, root) + Scaled(2 * y, 2, x);
    }

    [Differentiable]
    [At(2.5)]
    public static double ByTheIteration(double a)
    {
        double x = 1;
        for (int i = 0; i < 60; i++) x -= (x * x * x - a) / (3 * x * x);
        return x;
    }

    [Differentiable]
    [At(2.5)]
    public static double ByTheImplicitFunction(double a) => CubeRoot(a);

    /// <summary>Newton's method; differentiated by the implicit function x³ = a, not by its iteration.</summary>
    private static double CubeRoot(double a)
    {
        double x = 1;
        for (int i = 0; i < 60; i++) x -= (x * x * x - a) / (3 * x * x);
        return x;
    }

    [DerivativeOf(nameof(CubeRoot))]
    private static double CubeRootPartial(double a, double result) => 1 / (3 * result * result);

    private static double Scaled(double x, int n, double k) => k * Math.Pow(x, n);

    [DerivativeOf(typeof(UserRules), nameof(Scaled))]
    private static (double X, double K) ScaledPartials(double x, int n, double k) => (k * n * Math.Pow(x, n - 1), Math.Pow(x, n));
}
