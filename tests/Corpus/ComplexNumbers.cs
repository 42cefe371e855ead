using System;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary><see cref="Complex"/> is two numbers.</summary>
public static partial class ComplexNumbers
{
    [Differentiable]
    [At(0.7, 1.2)]
    public static double SquareOfTheModulus(double x, double y)
    {
        var z = new Complex(x, y);
        Complex w = z * z + 1;
        return w.Real * w.Real + w.Imaginary * w.Imaginary;
    }

    [Differentiable]
    [At(0.7, 1.2, 2)]
    [At(0.7, 1.2, 5)]
    public static double Iterated(double x, double y, int n)
    {
        Complex z = Complex.Zero;
        var c = new Complex(x, y);
        for (int i = 0; i < n; i++) z = z * z + c;
        return z.Magnitude;
    }

    [Differentiable]
    [At(50.0, 100.0, 0.2, 1e-4)]
    public static double Impedance(double frequency, double r, double l, double c)
    {
        double omega = 2 * Math.PI * frequency;
        Complex series = r + Complex.ImaginaryOne * omega * l;
        Complex parallel = 1 / (1 / series + Complex.ImaginaryOne * omega * c);
        return Complex.Abs(parallel) + parallel.Phase;
    }

    [Differentiable]
    [At(0.7, -1.2)]
    [At(-0.7, 0.2)]
    public static double Functions(double x, double y)
    {
        Complex z = new(x, y);
        Complex w = Complex.Exp(z) / Complex.Log(z) - Complex.Sin(z) * Complex.Cos(Complex.Conjugate(z)) + Complex.Pow(z, 2.5);
        w += Complex.Sinh(z) - 2 * Complex.Cosh(z) + Complex.Reciprocal(z) + Complex.FromPolarCoordinates(x, y);
        return w.Real * 2 - w.Imaginary;
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3, 0.5 }, 0.3, 0.4)]
    public static double PolynomialAt(double[] coefficients, double x, double y)
    {
        Complex sum = 0;
        Complex z = new Complex(x, y);
        for (int i = coefficients.Length - 1; i >= 0; i--) sum = sum * z + coefficients[i];
        return Complex.Abs(sum);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    public static double RootByNewton(double a, double b)
    {
        var target = new Complex(a, b);
        Complex z = new(1, 1);
        for (int i = 0; i < 30; i++) z -= (z * z * z - target) / (3 * z * z);
        return z.Real + 2 * z.Imaginary;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [At(0.7, -1.2)]
    [At(-0.7, 0.2)]
    [At(0.3, -4.5)]
    public static double MoreFunctions(double x, double y)
    {
        Complex z = new(x, y);
        Complex w = Complex.Sqrt(z) / Complex.Tan(z) - Complex.Tanh(z) * Complex.Log10(z) + Complex.Log(z, 2);
        w += Complex.Pow(z, new Complex(0.5, y)) * Complex.Sqrt(1e300 * z) * 1e-150;
        return w.Real * 2 - w.Imaginary;
    }

    /// <summary>On the axis the framework has a case of its own, where the derivative by the imaginary part must not be lost.</summary>
    [Differentiable]
    [At(4.0, 0.0, Value = 2, Gradient = new double[] { 0.25, 0.25 })]
    [At(-4.0, 0.0, Value = 2, Gradient = new double[] { -0.25, 0.25 }, Kink = true)]
    public static double RootOnTheAxis(double x, double y)
    {
        Complex root = Complex.Sqrt(new Complex(x, y));
        return root.Real + root.Imaginary;
    }

    [Differentiable]
    [At(0.7, 0.2)]
    [At(0.0, 0.0, Kink = true)]
    public static double Compared(double x, double y)
    {
        var z = new Complex(x, y);
        if (z == Complex.Zero) return x;
        return z != Complex.One ? (z * z).Real : 2 * y;
    }
}
