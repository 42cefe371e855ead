using System;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Members of extension blocks, of numbers, arrays and structures.</summary>
public static class Extensions
{
    public struct Span2
    {
        public double Low, High;
    }

    extension(double x)
    {
        public double Cubed() => x * x * x;

        public double Squared => x * x;

        public double Plus(double y, int n = 2) => x + n * y;

        public static double Blend(double a, double b) => 0.25 * a + 0.75 * b;
    }

    extension(double[] a)
    {
        public double Total()
        {
            double sum = 0;
            foreach (double each in a) sum += each * each;
            return sum;
        }

        public void Scale(double k)
        {
            for (int i = 0; i < a.Length; i++) a[i] *= k;
        }

        public static double[] operator +(double[] left, double[] right)
        {
            var sum = new double[left.Length];
            for (int i = 0; i < sum.Length; i++) sum[i] = left[i] + right[i] * right[i];
            return sum;
        }
    }

    extension(ref Span2 span)
    {
        public void Widen(double by)
        {
            span.Low -= by;
            span.High *= by;
        }
    }

    extension(Span2 span)
    {
        public double Width => span.High - span.Low;

        public static Span2 operator *(Span2 left, double k) => new() { Low = left.Low * k, High = left.High * k * k };
    }
}

public static partial class ExtensionMembers
{
    [Differentiable]
    [At(0.7)]
    public static double OfANumber(double x) => x.Cubed() * x.Squared + (2 * x).Plus(x.Squared);

    [Differentiable]
    [At(0.7, 1.2)]
    public static double Chained(double x, double y)
    {
        for (int i = 0; i < 3; i++)
        {
            x = x.Plus(y, i).Cubed();
            if (x > 1) x = double.Blend(x, y) / x;
        }
        return x * Extensions.Cubed(y);
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.2 }, 0.7)]
    [Allocates("the arrays that the operator makes")]
    public static double OfAnArray(double[] a, double k)
    {
        a.Scale(k);
        double[] b = a + a;
        b.Scale(a.Total());
        return b.Total() * k;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.2 }, 0.7)]
    public static double OfAStructure(Extensions.Span2 span, double k)
    {
        span.Widen(k);
        Extensions.Span2 other = span * k;
        other.Widen(span.Width);
        return other.Width * span.Low;
    }
}
