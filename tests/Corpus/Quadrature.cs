using System;
using AutoDiff;

namespace Corpus;

/// <summary>Integrals by sums.</summary>
public static partial class Quadrature
{
    private static readonly double[] Nodes =
    {
        -0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640,
    };

    private static readonly double[] Weights =
    [
        0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891,
    ];

    [Differentiable]
    [At(0.2, 1.7, 10)]
    public static double Simpson(double a, double b, int n)
    {
        double h = (b - a) / n;
        double sum = Integrand(a) + Integrand(b);
        for (int i = 1; i < n; i++)
        {
            double x = a + i * h;
            sum += i % 2 == 1 ? 4 * Integrand(x) : 2 * Integrand(x);
        }

        return sum * h / 3;
    }

    [Differentiable]
    [At(0.2, 1.7, 7)]
    public static double Trapezoid(double a, double b, int n)
    {
        double h = (b - a) / n, sum = 0.5 * (Integrand(a) + Integrand(b));
        for (int i = 1; i < n; i++) sum += Integrand(a + i * h);
        return sum * h;
    }

    [Differentiable]
    [At(0.2, 1.7)]
    public static double GaussLegendre(double a, double b)
    {
        double middle = (a + b) / 2, half = (b - a) / 2, sum = 0;
        for (int i = 0; i < Nodes.Length; i++) sum += Weights[i] * Integrand(middle + half * Nodes[i]);
        return half * sum;
    }

    // Romberg: the triangle of extrapolations in one row, overwritten from the front.
    [Differentiable]
    [At(0.2, 1.7, 4)]
    public static double Romberg(double a, double b, int levels)
    {
        double[] row = new double[levels + 1];
        double h = b - a;
        row[0] = h / 2 * (Integrand(a) + Integrand(b));
        int points = 1;
        for (int k = 1; k <= levels; k++)
        {
            h /= 2;
            double sum = 0;
            for (int i = 0; i < points; i++) sum += Integrand(a + (2 * i + 1) * h);
            double previous = row[0];
            row[0] = previous / 2 + h * sum;
            double factor = 4;
            for (int j = 1; j <= k; j++)
            {
                double next = row[j - 1] + (row[j - 1] - previous) / (factor - 1);
                previous = row[j];
                row[j] = next;
                factor *= 4;
            }

            points *= 2;
        }

        return row[levels];
    }

    [Differentiable]
    [At(new double[] { 0, 0.5, 1.25, 2 }, new double[] { 1, 1.5, 0.7, 0.2 })]
    public static double OverSamples(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double area = 0;
        for (int i = 1; i < x.Length; i++) area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        return area;
    }

    [Differentiable]
    [At(0.6)]
    private static double Integrand(double x) => Math.Exp(-x) * Math.Sin(3 * x) + 1 / (1 + x);
}
