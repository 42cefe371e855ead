using System;
using AutoDiff;

namespace Corpus;

/// <summary>Iterations to a root, differentiated through every step.</summary>
public static partial class RootFinding
{
    [Differentiable]
    [At(2.0)]
    [At(0.01)]
    public static double NewtonRoot(double a)
    {
        double x = a;
        for (int i = 0; i < 60; i++)
        {
            double next = x - (x * x - a) / (2 * x);
            if (Math.Abs(next - x) < 1e-9 * x) return next;
            x = next;
        }

        return x;
    }

    // The midpoints depend on the ends alone: the derivative is that of the interval, not of the root.
    [Differentiable]
    [At(0.0, 2.0, 1.5)]
    public static double Bisection(double low, double high, double c)
    {
        double f = low * low * low - c;
        while (high - low > 1e-6)
        {
            double middle = 0.5 * (low + high);
            double g = middle * middle * middle - c;
            if (g * f > 0)
            {
                low = middle;
                f = g;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }

    [Differentiable]
    [At(1.0, 1.5, 0.8)]
    public static double Secant(double x0, double x1, double c)
    {
        double f0 = Math.Cos(x0) - c * x0, f1 = Math.Cos(x1) - c * x1;
        int n = 0;
        while (Math.Abs(f1) > 1e-5 && n++ < 20)
        {
            double x2 = x1 - f1 * (x1 - x0) / (f1 - f0);
            (x0, f0) = (x1, f1);
            x1 = x2;
            f1 = Math.Cos(x1) - c * x1;
        }

        return x1;
    }

    // Kepler's equation, M = E − e·sin E.
    [Differentiable]
    [At(1.2, 0.3)]
    [At(3.0, 0.95)]
    public static double EccentricAnomaly(double meanAnomaly, double eccentricity)
    {
        double e = eccentricity < 0.8 ? meanAnomaly : Math.PI, delta;
        do
        {
            delta = (e - eccentricity * Math.Sin(e) - meanAnomaly) / (1 - eccentricity * Math.Cos(e));
            e -= delta;
        }
        while (Math.Abs(delta) > 1e-10);
        return e;
    }

    [Differentiable]
    [At(0.5, 2.5)]
    public static double FixedPoint(double x, double a)
    {
        double previous;
        int iterations = 0;
        do
        {
            previous = x;
            x = Math.Exp(-x / a);
            iterations++;
        }
        while (Math.Abs(x - previous) > 1e-10 && iterations < 200);
        return x;
    }

    [Differentiable]
    [At(0.3, new double[] { -6, 11, -6, 1 })]
    public static double PolynomialRootByHalley(double x, double[] c)
    {
        for (int k = 0; k < 7; k++)
        {
            double p = 0, d = 0, h = 0;
            for (int i = c.Length - 1; i >= 0; i--)
            {
                h = h * x + d;
                d = d * x + p;
                p = p * x + c[i];
            }

            h *= 2;
            x -= 2 * p * d / (2 * d * d - p * h);
        }

        return x;
    }

    // Lambert's W on the principal branch.
    [Differentiable]
    [At(0.7)]
    [At(12.0)]
    public static double LambertW(double z)
    {
        double w = z < 3 ? z / (1 + z) : Math.Log(z) - Math.Log(Math.Log(z));
        for (; ; )
        {
            double e = Math.Exp(w);
            double step = (w * e - z) / (e * (w + 1));
            w -= step;
            if (Math.Abs(step) <= 1e-9) break;
        }

        return w;
    }
}
