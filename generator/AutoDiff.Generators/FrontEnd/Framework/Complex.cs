using System;

namespace AutoDiff.Framework;

/// <summary><see cref="System.Numerics.Complex"/>.</summary>
public readonly struct Complex
{
    public readonly double Real, Imaginary;

    public Complex(double real, double imaginary)
    {
        Real = real;
        Imaginary = imaginary;
    }

    public static Complex Zero => new(0, 0);

    public static Complex One => new(1, 0);

    public static Complex ImaginaryOne => new(0, 1);

    public double Magnitude => Abs(this);

    public double Phase => Math.Atan2(Imaginary, Real);

    public static implicit operator Complex(double value) => new(value, 0);

    public static implicit operator Complex(int value) => new(value, 0);

    public static implicit operator Complex(long value) => new(value, 0);

    public static Complex operator +(Complex left, Complex right) => new(left.Real + right.Real, left.Imaginary + right.Imaginary);

    public static Complex operator +(Complex left, double right) => new(left.Real + right, left.Imaginary);

    public static Complex operator +(double left, Complex right) => new(left + right.Real, right.Imaginary);

    public static Complex operator -(Complex left, Complex right) => new(left.Real - right.Real, left.Imaginary - right.Imaginary);

    public static Complex operator -(Complex left, double right) => new(left.Real - right, left.Imaginary);

    public static Complex operator -(double left, Complex right) => new(left - right.Real, -right.Imaginary);

    public static Complex operator -(Complex value) => new(-value.Real, -value.Imaginary);

    public static Complex operator *(Complex left, Complex right) =>
        new(left.Real * right.Real - left.Imaginary * right.Imaginary, left.Imaginary * right.Real + left.Real * right.Imaginary);

    public static Complex operator *(Complex left, double right) => new(left.Real * right, left.Imaginary * right);

    public static Complex operator *(double left, Complex right) => new(left * right.Real, left * right.Imaginary);

    public static Complex operator /(Complex left, Complex right)
    {
        if (Math.Abs(right.Imaginary) < Math.Abs(right.Real))
        {
            double part = right.Imaginary / right.Real;
            return new((left.Real + left.Imaginary * part) / (right.Real + right.Imaginary * part), (left.Imaginary - left.Real * part) / (right.Real + right.Imaginary * part));
        }
        double share = right.Real / right.Imaginary;
        return new((left.Imaginary + left.Real * share) / (right.Imaginary + right.Real * share), (-left.Real + left.Imaginary * share) / (right.Imaginary + right.Real * share));
    }

    public static Complex operator /(Complex left, double right) => new(left.Real / right, left.Imaginary / right);

    public static Complex operator /(double left, Complex right)
    {
        if (Math.Abs(right.Imaginary) < Math.Abs(right.Real))
        {
            double part = right.Imaginary / right.Real;
            return new(left / (right.Real + right.Imaginary * part), (-left * part) / (right.Real + right.Imaginary * part));
        }
        double share = right.Real / right.Imaginary;
        return new(left * share / (right.Imaginary + right.Real * share), -left / (right.Imaginary + right.Real * share));
    }

    public static Complex Add(Complex left, Complex right) => left + right;

    public static Complex Subtract(Complex left, Complex right) => left - right;

    public static Complex Multiply(Complex left, Complex right) => left * right;

    public static Complex Divide(Complex dividend, Complex divisor) => dividend / divisor;

    public static Complex Negate(Complex value) => -value;

    public static Complex Conjugate(Complex value) => new(value.Real, -value.Imaginary);

    public static Complex Reciprocal(Complex value) => 1.0 / value;

    public static double Abs(Complex value) => double.Hypot(value.Real, value.Imaginary);

    public static Complex FromPolarCoordinates(double magnitude, double phase) => new(magnitude * Math.Cos(phase), magnitude * Math.Sin(phase));

    public static Complex Exp(Complex value)
    {
        double size = Math.Exp(value.Real);
        return new(size * Math.Cos(value.Imaginary), size * Math.Sin(value.Imaginary));
    }

    public static Complex Log(Complex value) => new(Math.Log(Abs(value)), Math.Atan2(value.Imaginary, value.Real));

    public static Complex Sin(Complex value) => new(Math.Sin(value.Real) * Math.Cosh(value.Imaginary), Math.Cos(value.Real) * Math.Sinh(value.Imaginary));

    public static Complex Cos(Complex value) => new(Math.Cos(value.Real) * Math.Cosh(value.Imaginary), -Math.Sin(value.Real) * Math.Sinh(value.Imaginary));

    public static Complex Sinh(Complex value)
    {
        Complex sine = Sin(new(-value.Imaginary, value.Real));
        return new(sine.Imaginary, -sine.Real);
    }

    public static Complex Cosh(Complex value) => Cos(new(-value.Imaginary, value.Real));

    public static Complex Pow(Complex value, double power)
    {
        double angle = power * Math.Atan2(value.Imaginary, value.Real);
        double size = Math.Pow(Abs(value), power);
        return new(size * Math.Cos(angle), size * Math.Sin(angle));
    }
}
