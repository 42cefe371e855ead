using System;
using AutoDiff;

namespace Corpus;

/// <summary>Straight-line arithmetic.</summary>
public static partial class Scalars
{
    [Differentiable]
    [At(1.7, -0.6, 2.3)]
    public static double FourOperations(double x, double y, double z) => (x + y) * (x - z) / (y * z) - -x + +y;

    [Differentiable]
    [At(1.7, 0.6)]
    public static double Quotients(double x, double y) => x / y / (x + y) / 2 + 1 / x - 3 / (y * y);

    [Differentiable]
    [At(7.4, 2.3)]
    [At(-7.4, 2.3)]
    public static double Remainders(double x, double y) => x % y + x % 2 + 5 % y;

    [Differentiable]
    [At(0.4)]
    public static double SharedSubexpressions(double x)
    {
        double a = Math.Sin(x) * Math.Sin(x) + Math.Sin(x);
        double b = Math.Sin(x) * a;
        return a * b / (1 + a * b);
    }

    [Differentiable]
    [At(0.4, 1.5)]
    public static double Conditional(double x, double y) => x < y ? x > 0 ? x * y : x / y : y - x;

    [Differentiable]
    [At(0.4, 1.5)]
    public static double MergedVersions(double x, double y)
    {
        double t;
        if (x * y > 0.5)
        {
            t = x + y;
            x = t * t;
        }
        else
        {
            t = x - y;
            y = t * x;
        }

        return t * x + y;
    }

    [Differentiable]
    [At(0.4, 1.5)]
    [At(2.0, 1.5)]
    [At(2.0, -1.5)]
    public static double IfWithoutElse(double x, double y)
    {
        double s = x * y;
        if (x > 1) s *= x;
        if (y < 0)
        {
            s += Math.Exp(y);
            y = -y;
        }

        return s / (1 + y);
    }

    [Differentiable]
    [At(0.4, 1.5)]
    public static double InnerScopes(double x, double y)
    {
        double r = 1;
        {
            double t = x * y;
            r *= t;
        }

        {
            double t = x + y;
            r += t;
        }

        return r;
    }

    [Differentiable]
    [At(0.25)]
    public static double LongExpression(double x) =>
        Math.Sin(x) + Math.Cos(2 * x) * Math.Exp(-x * x) - Math.Log(1 + x) / Math.Sqrt(x) + Math.Atan(x) * (x - 1) * (x - 1) * (x - 1)
        + Math.Pow(x, 1.5) - Math.Tanh(x / 2) + 1 / (1 + Math.Exp(-3 * x));

    [Differentiable]
    [At(1e-8, 1.0)]
    [At(1e6, 1e-6)]
    public static double WideScales(double x, double y) => Math.Sqrt(x) * y + x * x * 1e-3 + y / (x + y);

    [Differentiable]
    [At(0.5, 2.0, -1.0)]
    public static double Discriminant(double a, double b, double c)
    {
        double d = b * b - 4 * a * c;
        if (d < 0) return double.NaN;
        double q = -0.5 * (b + (b >= 0 ? 1 : -1) * Math.Sqrt(d));
        return q / a + c / q;
    }

    [Differentiable]
    [At(0.5, 2.0)]
    public static double UnassignedUntilLater(double x, double y)
    {
        double a, b, c;
        a = x;
        if (a > 1) b = y;
        else b = a * y;
        c = b;
        return (a + b) * c;
    }
}
