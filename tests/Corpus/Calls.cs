using System;
using AutoDiff;

namespace Corpus;

/// <summary>Calls of other differentiable methods.</summary>
public static partial class Calls
{
    [Differentiable]
    [At(1.3, 0.4)]
    public static double Composition(double x, double y) => Inner(Inner(x, y), x * y) + Inner(y, y);

    [Differentiable]
    [At(1.3, 0.4)]
    private static double Inner(double a, double b) => a * Math.Exp(-b) + b * b;

    [Differentiable]
    [At(0.8, 5)]
    public static double InALoop(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++) s = Inner(s, x / (i + 1));
        return s;
    }

    // The callee writes the array of the caller, who reads it afterwards.
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double ArrayWrittenByCallee(double[] a, double x)
    {
        double before = a[0];
        double returned = ScaleAndSum(a, x);
        return returned * a[0] + before * a[2];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    private static double ScaleAndSum(double[] a, double x)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] *= x + i;
            s += a[i];
        }

        return s;
    }

    [Differentiable]
    [At(0.7, 4)]
    public static double LocalArrayWrittenByCallee(double x, int n)
    {
        double[] work = new double[n];
        double s = 0;
        for (int k = 1; k <= 3; k++)
        {
            Fill(work, x * k);
            double last = work[n - 1];
            Fill(work, last);
            s += work[0] * work[1] + last;
        }

        return s;
    }

    [Differentiable]
    [At(new double[] { 9, 9, 9 }, 0.7)]
    public static void Fill(double[] a, double x)
    {
        double v = 1;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = v;
            v = v * x + 0.1;
        }
    }

    // Order of evaluation: the first argument is taken before the second call writes.
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double ArgumentOrder(double[] a, double x) => Inner(a[0], ScaleAndSum(a, x)) * a[0] + a[1];

    [Differentiable]
    [At(0.3, 2.0)]
    public static double InACondition(double x, double y)
    {
        if (Inner(x, y) > 1) return Inner(y, x);
        double s = 0;
        while (Inner(s, x) < y) s += x;
        return s * y;
    }

    // The callee treats its second parameter as a constant, whatever it is given.
    [Differentiable]
    [MayBeRefused("an active value for a constant parameter; the remedy is Derivative.Stop")]
    [At(1.2, 0.7)]
    public static double ActiveForConstantParameter(double x, double y) => x * Weighted(x, y * y) + y;

    [Differentiable]
    [At(1.2, 0.7, Gradient = new double[] { 0.7 })]
    public static double Weighted(double x, [NoGradient] double weight) => weight * x;

    [Differentiable]
    [At(1.5)]
    public static double ConstantArguments(double x) => x * Inner(2, 3) + Math.Sqrt(2) * Inner(x, 1);

    [Differentiable]
    [At(0.9, 1.1)]
    public static double NamedArguments(double x, double y) => Inner(b: x, a: y) - Inner(a: x, b: y);

    [Differentiable]
    [At(0.9)]
    public static double OmittedArguments(double x) => Damped(x) * Damped(x, 0.25) + Damped(x, times: 2);

    [Differentiable]
    [At(0.9, 0.75, 3)]
    public static double Damped(double x, double rate = 0.5, int times = 1)
    {
        for (int i = 0; i < times; i++) x -= rate * Math.Sin(x);
        return x;
    }

    [Differentiable]
    [At(0.9, 1.1)]
    public static double ResultDiscarded(double x, double y)
    {
        Inner(x, y);
        _ = Inner(y, x);
        return x * y;
    }

    [Differentiable]
    [At(0.9)]
    public static double AcrossTypes(double x) => Horner.Cubic(x) * Overwriting.SameVariableManyTimes(x) + Horner.ByPowers(x, [1, x, 2]);

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.5)]
    public static double SpansOfLocalsPassedOn(double[] a, double x)
    {
        Span<double> w = stackalloc double[4];
        a.CopyTo(w);
        Decay(w[..2], x);
        Decay(w[1..], x * x);
        double s = 0;
        for (int i = 0; i < 4; i++) s += w[i] * a[i];
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    private static void Decay(Span<double> w, double rate)
    {
        for (int i = 1; i < w.Length; i++) w[i] += rate * w[i - 1];
    }

    [Differentiable]
    [At(1.1, true)]
    [At(1.1, false)]
    public static double InConditionalExpression(double x, bool first) => first ? Inner(x, 2) * x : Weighted(x, 3) + Inner(1, x);
}
