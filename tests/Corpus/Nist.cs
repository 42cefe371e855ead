using System;
using AutoDiff;

namespace Corpus;

/// <summary>Models of the NIST StRD non-linear regression sets, at their starts and their certified values.</summary>
public static partial class Nist
{
    [Differentiable]
    [At(500.0, 0.0001, 77.6)]
    [At(2.3894212918E+02, 5.5015643181E-04, 760.0)]
    public static double Misra1a(double b1, double b2, [NoGradient] double x) => b1 * (1 - Math.Exp(-b2 * x));

    [Differentiable]
    [At(new double[] { 1000, 1000, 400, 40, 0.7, 0.3, 0.03 }, -3.067)]
    [At(
        new double[] { 1288.1396800, 1491.0792535, 583.23836877, 75.416644291, 0.96629502864, 0.39797285797, 0.049727297349 },
        1.5)]
    public static double Thurber(double[] b, [NoGradient] double x) =>
        (b[0] + b[1] * x + b[2] * x * x + b[3] * x * x * x) / (1 + b[4] * x + b[5] * x * x + b[6] * x * x * x);

    [Differentiable]
    [At(25.0, 39.0, 41.5, 39.0, 0.125)]
    [At(1.9280693458E-01, 1.9128232873E-01, 1.2305650693E-01, 1.3606233068E-01, 4.0)]
    public static double MGH09(double b1, double b2, double b3, double b4, [NoGradient] double x) =>
        b1 * (x * x + x * b2) / (x * x + x * b3 + b4);

    [Differentiable]
    [At(-2000.0, 50.0, 0.8, 7.447168)]
    [At(-2.5235058043E+03, 4.6736564644E+01, 9.3218483193E-01, 12.0)]
    public static double Bennett5(double b1, double b2, double b3, [NoGradient] double x) => b1 * Math.Pow(b2 + x, -1 / b3);

    [Differentiable]
    [At(1.0, 10.0, 500.0, 435.0)]
    [At(1.5543827178E+00, 4.0888321754E+00, 4.5154121844E+02, 450.0)]
    public static double Eckerle4(double b1, double b2, double b3, [NoGradient] double x) =>
        b1 / b2 * Math.Exp(-0.5 * ((x - b3) / b2) * ((x - b3) / b2));

    [Differentiable]
    [At(new double[] { 97, 0.009, 100, 65, 20, 70, 178, 16.5 }, 60.0)]
    public static double Gauss1(double[] b, [NoGradient] double x)
    {
        double y = b[0] * Math.Exp(-b[1] * x);
        for (int k = 2; k < b.Length; k += 3)
        {
            double t = (x - b[k + 1]) / b[k + 2];
            y += b[k] * Math.Exp(-t * t);
        }

        return y;
    }

    [Differentiable]
    [At(0.02, 4000.0, 250.0, 50.0)]
    [At(5.6096364710E-03, 6.1813463463E+03, 3.4522363462E+02, 125.0)]
    public static double MGH10(double b1, double b2, double b3, [NoGradient] double x) => b1 * Math.Exp(b2 / (x + b3));

    [Differentiable]
    [At(100.0, 10.0, 1.0, 1.0, 75.0)]
    public static double Rat43(double b1, double b2, double b3, double b4, [NoGradient] double x) =>
        b1 / Math.Pow(1 + Math.Exp(b2 - b3 * x / 10), 1 / b4);

    [Differentiable]
    [At(500.0, 0.0001, new double[] { 77.6, 114.9, 141.1, 190.8 }, new double[] { 10.07, 14.73, 17.94, 23.93 })]
    public static double Misra1aSumOfSquares(double b1, double b2, [NoGradient] double[] x, [NoGradient] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double residual = y[i] - Misra1a(b1, b2, x[i]);
            sum += residual * residual;
        }

        return sum;
    }

    [Differentiable]
    [At(500.0, 0.0001, new double[] { 77.6, 114.9, 141.1 }, new double[] { 10.07, 14.73, 17.94 })]
    public static double[] Misra1aResiduals(double b1, double b2, [NoGradient] double[] x, [NoGradient] double[] y)
    {
        double[] residuals = new double[x.Length];
        for (int i = 0; i < x.Length; i++) residuals[i] = y[i] - b1 * (1 - Math.Exp(-b2 * x[i]));
        return residuals;
    }
}
