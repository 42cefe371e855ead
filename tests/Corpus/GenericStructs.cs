using System;
using AutoDiff;

namespace Corpus;

/// <summary>Generic structures as values, number structures with operators and conversions, static members of type arguments.</summary>
public static partial class GenericStructs
{
    public struct Pair<T>
    {
        public T A, B;

        public readonly T At(int i) => i == 0 ? A : B;

        public Pair<T> Swapped() => new() { A = B, B = A };
    }

    public readonly struct Interval
    {
        public readonly double Low, High;

        public Interval(double low, double high)
        {
            Low = Math.Min(low, high);
            High = Math.Max(low, high);
        }

        public double this[int i] => i == 0 ? Low : High;

        public static Interval operator +(Interval a, Interval b) => new(a.Low + b.Low, a.High + b.High);

        public static Interval operator *(Interval a, double k) => new(a.Low * k, a.High * k);

        public static Interval operator -(Interval a) => new(-a.High, -a.Low);

        public static implicit operator Interval(double x) => new(x, x);

        public double Middle => (Low + High) / 2;
    }

    public interface IKernel<T>
        where T : IKernel<T>
    {
        static abstract double At(double x);

        static virtual double Twice(double x) => T.At(x) + T.At(2 * x);
    }

    public readonly struct Gauss : IKernel<Gauss>
    {
        public static double At(double x) => Math.Exp(-x * x);
    }

    public readonly struct Cubic : IKernel<Cubic>
    {
        public static double At(double x) => x * x * x;

        public static double Twice(double x) => 2 * At(x) * x;
    }

    private static double Sum<T>(double[] a, double x)
        where T : IKernel<T>
    {
        double sum = 0;
        foreach (double each in a) sum += T.At(each - x) * T.Twice(x);
        return sum;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.2 }, 0.7)]
    public static double StaticMembers(double[] a, double x) => Sum<Gauss>(a, x) * Sum<Cubic>(a, x) + Sum<Cubic>(a, 1);

    [Differentiable]
    [At(0.7, 1.2)]
    public static double PairOfNumbers(double x, double y)
    {
        Pair<double> pair;
        pair.A = x;
        pair.B = y;
        for (int i = 0; i < 3; i++)
        {
            pair = pair.Swapped();
            pair.A *= pair.At(i % 2) + x;
        }
        return pair.A * pair.B + pair.At(1);
    }

    [Differentiable]
    [At(new double[] { 0.7, 1.2 }, 0.4)]
    public static double PairAsParameter(Pair<double> pair, double k) => pair.A * k > 1 ? pair.B : pair.Swapped().A * pair.A * k;

    [Differentiable]
    [At(0.7, 1.2)]
    public static double NestedPairs(double x, double y)
    {
        var nested = new Pair<Pair<double>> { A = new() { A = x, B = y }, B = new() { A = x * y, B = 1 } };
        nested.A.B *= nested.B.A;
        return nested.At(0).B * nested.At(1).A + nested.Swapped().A.B;
    }

    [Differentiable]
    [At(new double[] { 0.7, 1.2 }, 0.4)]
    public static Pair<double> PairAsResult(Pair<double> pair, double k) => new() { A = pair.B * k, B = pair.A * pair.B };

    [Differentiable]
    [At(0.7, 1.2)]
    [At(1.2, 0.7)]
    public static double Intervals(double x, double y)
    {
        Interval a = new(x, y);
        for (int i = 0; i < 3; i++) a = a * (x - 1) + x * y;
        return a.Middle * a[0] + (-a)[1];
    }
}
