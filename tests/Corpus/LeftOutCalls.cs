#define WRITTEN_AT_THE_TOP
using System.Diagnostics;
using AutoDiff;

namespace Corpus;

/// <summary>Calls that the compiler leaves out, and what they are given with them.</summary>
public static partial class LeftOutCalls
{
    [Conditional("NOBODY_DEFINES_THIS")]
    private static void Never(ref double x) => x *= 100;

    [Conditional("NOBODY_DEFINES_THIS"), Conditional("WRITTEN_AT_THE_TOP")]
    private static void Here(ref double x) => x *= 3;

    [Conditional("NOBODY_DEFINES_THIS")]
    private static void Look(double[] a, double x) => a[0] = x;

    [Differentiable]
    [At(1.3)]
    public static double OneIsMadeAndOneIsNot(double x)
    {
        double y = x * x;
        Never(ref y);
        Here(ref y);
        Never(ref x);
        return x * y;
    }

    [Differentiable]
    [At(new double[] { 1.5, -0.4 }, 0.7)]
    public static double TheArgumentsAreNotEvaluated(double[] a, double y)
    {
        Look(a, y *= 2);
        for (int i = 0; i < 2; Look(a, ++i)) y += a[i++] * y;
        return y * a[0] + a[1];
    }
}
