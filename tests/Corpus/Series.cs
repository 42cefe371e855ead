using System;
using AutoDiff;

namespace Corpus;

/// <summary>Sums, fractions and means that converge.</summary>
public static partial class Series
{
    [Differentiable]
    [At(0.6)]
    [At(-0.3)]
    public static double Geometric(double x)
    {
        double sum = 1, term = x;
        while (Math.Abs(term) > 1e-14)
        {
            sum += term;
            term *= x;
        }

        return sum;
    }

    [Differentiable]
    [At(1.3)]
    public static double ExponentialByTaylor(double x)
    {
        double sum = 1, term = 1;
        for (int n = 1; Math.Abs(term) > 1e-16 * Math.Abs(sum); n++)
        {
            term *= x / n;
            sum += term;
        }

        return sum;
    }

    [Differentiable]
    [At(0.8)]
    [At(2.1)]
    public static double ErrorFunction(double x)
    {
        double sum = 0, power = x, factorial = 1;
        int n = 0;
        do
        {
            double term = power / (factorial * (2 * n + 1));
            sum += n % 2 == 0 ? term : -term;
            n++;
            power *= x * x;
            factorial *= n;
        }
        while (power / factorial > 1e-17);
        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    [Differentiable]
    [At(0.9, 12)]
    public static double ContinuedFraction(double x, int depth)
    {
        double f = 2 * depth + 1;
        for (int k = depth; k > 0; k--) f = 2 * k - 1 - x * x / f;
        return x / f;
    }

    // Lentz's algorithm for the upper incomplete gamma function.
    [Differentiable]
    [At(2.5, 3.5)]
    public static double IncompleteGamma(double a, double x)
    {
        double b = x + 1 - a, c = 1e30, d = 1 / b, h = d;
        for (int i = 1; i < 100; i++)
        {
            double an = -i * (i - a);
            b += 2;
            d = 1 / (an * d + b);
            c = b + an / c;
            double delta = d * c;
            h *= delta;
            if (Math.Abs(delta - 1) < 1e-13) break;
        }

        return Math.Exp(-x + a * Math.Log(x)) * h;
    }

    [Differentiable]
    [At(1.0, 0.5)]
    [At(24.0, 6.0)]
    public static double ArithmeticGeometricMean(double a, double g)
    {
        while (Math.Abs(a - g) > 1e-9 * a)
        {
            double mean = (a + g) / 2;
            g = Math.Sqrt(a * g);
            a = mean;
        }

        return a;
    }

    [Differentiable]
    [At(0.3, new double[] { 1, -0.5, 0.25, 2, 0.125 })]
    public static double Clenshaw(double x, double[] c)
    {
        double b1 = 0, b2 = 0;
        for (int k = c.Length - 1; k > 0; k--)
        {
            double b = 2 * x * b1 - b2 + c[k];
            b2 = b1;
            b1 = b;
        }

        return x * b1 - b2 + c[0];
    }

    [Differentiable]
    [At(new double[] { 1e3, 1, -1e3, 1e-3, 0.5 })]
    public static double KahanSum(double[] x)
    {
        double sum = 0, compensation = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double y = x[i] - compensation;
            double t = sum + y;
            compensation = t - sum - y;
            sum = t;
        }

        return sum * sum;
    }

    [Differentiable]
    [At(0.5, 1.5, 2.2, 0.4)]
    public static double Hypergeometric(double a, double b, double c, double z)
    {
        double sum = 1, term = 1;
        int n = 0;
        while (n < 200)
        {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            n++;
            if (Math.Abs(term) < 1e-14 * Math.Abs(sum)) break;
        }

        return sum;
    }

    // Lanczos, g = 5, six coefficients.
    [Differentiable]
    [At(3.7)]
    [At(0.4)]
    public static double LogGamma(double x)
    {
        double[] c =
        {
            76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5,
        };
        double y = x, t = x + 5.5;
        t -= (x + 0.5) * Math.Log(t);
        double s = 1.000000000190015;
        for (int j = 0; j < c.Length; j++) s += c[j] / ++y;
        return -t + Math.Log(2.5066282746310005 * s / x);
    }

    [Differentiable]
    [At(1.7, 0.5)]
    public static double BesselByMiller(double x, double order)
    {
        double above = 0, here = 1e-10, sum = 0;
        for (int k = 30; k > 0; k--)
        {
            double below = 2 * k / x * here - above;
            above = here;
            here = below;
            if (k % 2 == 1) sum += 2 * here;
        }

        return above / (sum - here) * order;
    }
}
