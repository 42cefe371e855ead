using System;
using AutoDiff;

namespace Corpus;

/// <summary>Hard program 31: <c>foreach</c> over active arrays and spans (swift-apis #394).</summary>
public static partial class Foreach
{
    [Differentiable]
    [At(new double[] { 1, 2, 3 })]
    [At(new double[] { })]
    public static double OverArray(double[] xs)
    {
        double product = 1;
        foreach (double x in xs) product = product * x + x;
        return product;
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2 }, 0.3)]
    public static double OverSpan(Span<double> xs, double w)
    {
        double s = 0;
        foreach (var x in xs) s = Math.Tanh(s * w + x);
        return s;
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2 })]
    public static double OverReadOnlySpan(ReadOnlySpan<double> xs)
    {
        double mean = 0, count = 0, spread = 0;
        foreach (double x in xs)
        {
            count++;
            double delta = x - mean;
            mean += delta / count;
            spread += delta * (x - mean);
        }

        return spread / (count - 1);
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, -3, 4 }, 1.5)]
    public static double WithBreakAndContinue(double[] xs, double limit)
    {
        double s = 0;
        foreach (double x in xs)
        {
            if (x < 0) continue;
            s += x * x;
            if (s > limit) break;
        }

        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, new double[] { 3, 4, 5 })]
    public static double Nested(double[] xs, double[] ys)
    {
        double s = 0;
        foreach (double x in xs)
        {
            foreach (double y in ys) s += x * Math.Sqrt(y);
        }

        return s;
    }

    // The elements change while they are enumerated: each is read when its turn comes.
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 })]
    public static double WhileWriting(double[] xs)
    {
        double s = 0;
        int i = 0;
        foreach (double x in xs)
        {
            if (i + 1 < xs.Length) xs[i + 1] += x * 0.5;
            xs[i] = 0;
            s += x * x;
            i++;
        }

        return s;
    }

    [Differentiable]
    [At(0.4)]
    public static double OverLocalArray(double x)
    {
        double s = 0;
        foreach (double p in new double[] { 1, x, x * x, 3 }) s += p * s + x;
        return s;
    }

    [Differentiable]
    [At(0.4, new int[] { 3, 1, 2 })]
    public static double OverIntegers(double x, int[] degrees)
    {
        double s = 0;
        foreach (int d in degrees)
        {
            double term = 1;
            for (int i = 0; i < d; i++) term *= x;
            s += d * term;
        }

        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 }, 1, 3)]
    public static double OverSlice(double[] xs, int start, int length)
    {
        double s = 1;
        foreach (double x in xs.AsSpan(start, length)) s *= x;
        return s + xs[0];
    }

    // The gradient was zero: elements that are taken apart were constants.
    [Differentiable]
    [At(1.2, 1.5)]
    [Allocates("makes an array")]
    public static double TakenApart(double x, double k)
    {
        double s = 0;
        foreach (var (a, b) in new[] { (x, k), (k, x * k) }) s += a * a * b;
        return s;
    }

    [Differentiable]
    [At(1.2, 1.5)]
    [Allocates("makes an array")]
    public static double TakenApartTwice(double x, double k)
    {
        double s = 0;
        foreach (var ((a, b), (_, c)) in new[] { ((x, k), (k, x)), ((k, x), (3.0, x * k)) })
        {
            if (c > 1.7) continue;
            s += a * a * b * c;
        }

        return s;
    }

    // The generated code did not compile: the two array types differ in the names of the tuple's parts.
    [Differentiable]
    [At(new double[] { 1.2, -0.3, 0.7, 0.8 }, 1.5)]
    [Allocates("makes an array")]
    public static double TakenApartOfAParameter([Shape(2)] (double A, double B)[] x, double k)
    {
        double s = 0;
        foreach (var (a, b) in x)
        {
            if (s > 100) return s;
            x[1].A = 3 * k;
            s += a * b;
            x = [(k, k * k), (a, b)];
        }

        return s * x[0].A;
    }
}
