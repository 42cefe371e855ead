using AutoDiff;

// A project may well have types of these names; generated code must not fall for them.
namespace Corpus.Hostile;

public static class Math
{
    public static double Exp(int x) => x;
}

public static class Array;

public static class Span;

public static class System;

public static class GC;

public static class Recorded;

public static class Derivative;

public static class MathF;

public static class AutoDiff;

public static partial class HostileTypes
{
    [Differentiable]
    [At(0.6, 1.1)]
    public static double Functions(double x, double y) => global::System.Math.Exp(x) * global::System.Math.Atan2(y, x) + double.Sin(x * y);

    [Differentiable]
    [At(new double[] { 0.5, 1, 2 }, 2)]
    public static double ArraysAndLoops(double[] a, int n)
    {
        double[] b = new double[a.Length];
        global::System.Array.Copy(a, b, a.Length);
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < b.Length; i++) b[i] = b[i] * b[i] + a[i];
        }

        double s = 0;
        while (s < 5)
        {
            foreach (double v in b) s += v;
        }

        return s * Math.Exp(n);
    }

    [Differentiable]
    [At(2.5f)]
    public static float Single(float x) => global::System.MathF.Sqrt(x) * x;
}
