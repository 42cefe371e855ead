using System;
using AutoDiff;

namespace Corpus;

/// <summary>Programs that random generation found and that were once wrong, each in its smallest form.</summary>
public static partial class Regressions
{
    // The reverse sweep read zeros: a span made in an inner block was made again there, without what was stored into it.
    [Differentiable]
    [At(new double[] { 0.8972, 1.281 }, 1)]
    [At(new double[] { 0.8972, 1.281 }, 0)]
    public static double StackInABranch(ReadOnlySpan<double> r, int depth)
    {
        if (depth <= 0) return 1;
        Span<double> s = stackalloc double[] { 1.29, r[0], 0.71, 1.58 };
        return Math.Sin(s[1]) * r[1];
    }

    [Differentiable]
    [At(0.8, 3)]
    public static double StackOfALocalFunctionInALoop(double x, int n)
    {
        double y = x;
        for (int i = 0; i < n; i++) y = Blend(y, x) + 0.1 * i;
        return y;

        static double Blend(double u, double v)
        {
            Span<double> s = stackalloc double[3];
            s[0] = u * v;
            s[1] = Math.Sin(s[0]);
            s[2] = s[0] * s[1];
            return s[2] + s[1];
        }
    }

    // The generator failed: parentheses have no operation of their own.
    [Differentiable]
    [At(0.5)]
    public static double StackWithAnAssignment(double x)
    {
        double y = x;
        Span<double> s = stackalloc double[] { y++, (x = 2 * x), (x), x++ * 2 };
        Span<double> t = stackalloc double[(3)];
        t[0] = s[0] * s[1];
        return t[0] + s[2] * s[3] * y;
    }

    // The generated code did not compile: a callee that writes elsewhere was given a read-only span, which cannot be put back.
    [Differentiable]
    [At(new double[] { 0.5, 0.25 }, new double[] { 1.5, 0.75, 2 }, 0.7)]
    public static double ReadOnlySpanBesideAWrittenOne(Span<double> s, double[] a, double x)
    {
        ReadOnlySpan<double> r = a.AsSpan(1, 2);
        double y = AddInto(s, a.AsSpan(1), r);
        a[1] *= x;
        return y * AddInto(s, r, a) + a[1];
    }

    [Differentiable]
    [At(new double[] { 0.5, 0.25 }, new double[] { 1.5, 0.75 }, new double[] { 2, 0.125 })]
    private static double AddInto(Span<double> to, ReadOnlySpan<double> u, ReadOnlySpan<double> v)
    {
        for (int i = 0; i < to.Length; i++) to[i] += u[i] * v[i] * to[i];
        return to[0] * to[1];
    }

    // A warning in the generated code where the program has none: the branch that a constant rules out.
    [Differentiable]
    [At(0.7f, 0.3f)]
    public static float ConstantChoice(float x, float y)
    {
        const bool scaled = true;
        float s = x * y;
        s += scaled ? x / 3 : s;
        float t = s = s * y;
        t = t = t * s;
        return scaled ? t * s : x;
    }
}
