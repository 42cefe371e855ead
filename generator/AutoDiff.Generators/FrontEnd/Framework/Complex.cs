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

    public static bool operator ==(Complex left, Complex right) => left.Real == right.Real && left.Imaginary == right.Imaginary;

    public static bool operator !=(Complex left, Complex right) => left.Real != right.Real || left.Imaginary != right.Imaginary;

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

    public static Complex Log(Complex value, double baseValue) => Log(value) / Log(new Complex(baseValue, 0));

    public static Complex Log10(Complex value)
    {
        Complex natural = Log(value);
        return new(natural.Real * 0.43429448190325, natural.Imaginary * 0.43429448190325);
    }

    /// <summary>Of the two parts the one without cancellation, and from it the other. On the axis it has the derivative that it has beside it.</summary>
    public static Complex Sqrt(Complex value)
    {
        if (value.Real == 0 && value.Imaginary == 0) return new(Math.Sqrt(value.Real), 0);
        // Above this the sum of a part and the size overflows.
        const double largest = double.MaxValue / 2.4142135623730951;
        double real = value.Real, imaginary = value.Imaginary, scale = 1;
        if (Math.Abs(real) >= largest || Math.Abs(imaginary) >= largest)
        {
            if (double.IsInfinity(imaginary)) return new(double.PositiveInfinity, imaginary);
            real *= 0.25;
            imaginary *= 0.25;
            scale = 2;
        }

        double x, y;
        if (real >= 0)
        {
            x = Math.Sqrt((double.Hypot(real, imaginary) + real) * 0.5);
            y = imaginary / (2 * x);
            if (imaginary == 0) y += 0.0;
        }
        else
        {
            y = Math.Sqrt((double.Hypot(real, imaginary) - real) * 0.5);
            if (imaginary < 0) y = -y;
            x = imaginary / (2 * y);
            if (imaginary == 0) x += 0.0;
        }

        return new(x * scale, y * scale);
    }

    public static Complex Sin(Complex value) => new(Math.Sin(value.Real) * Math.Cosh(value.Imaginary), Math.Cos(value.Real) * Math.Sinh(value.Imaginary));

    public static Complex Cos(Complex value) => new(Math.Cos(value.Real) * Math.Cosh(value.Imaginary), -Math.Sin(value.Real) * Math.Sinh(value.Imaginary));

    public static Complex Sinh(Complex value)
    {
        Complex sine = Sin(new(-value.Imaginary, value.Real));
        return new(sine.Imaginary, -sine.Real);
    }

    public static Complex Cosh(Complex value) => Cos(new(-value.Imaginary, value.Real));

    public static Complex Tan(Complex value)
    {
        double cosh = Math.Cosh(2 * value.Imaginary);
        if (Math.Abs(value.Imaginary) <= 4)
        {
            double both = Math.Cos(2 * value.Real) + cosh;
            return new(Math.Sin(2 * value.Real) / both, Math.Sinh(2 * value.Imaginary) / both);
        }

        double one = 1 + Math.Cos(2 * value.Real) / cosh;
        return new(Math.Sin(2 * value.Real) / cosh / one, Math.Tanh(2 * value.Imaginary) / one);
    }

    public static Complex Tanh(Complex value)
    {
        Complex tangent = Tan(new(-value.Imaginary, value.Real));
        return new(tangent.Imaginary, -tangent.Real);
    }

    public static Complex Pow(Complex value, Complex power)
    {
        if (value.Real == 0 && value.Imaginary == 0) return power.Real == 0 && power.Imaginary == 0 ? new(1, 0) : new(0, 0);
        double size = Abs(value), angle = Math.Atan2(value.Imaginary, value.Real);
        double turned = power.Real * angle + power.Imaginary * Math.Log(size);
        double grown = Math.Pow(size, power.Real) * Math.Exp(-power.Imaginary * angle);
        return new(grown * Math.Cos(turned), grown * Math.Sin(turned));
    }

    public static Complex Pow(Complex value, double power)
    {
        double angle = power * Math.Atan2(value.Imaginary, value.Real);
        double size = Math.Pow(Abs(value), power);
        return new(size * Math.Cos(angle), size * Math.Sin(angle));
    }
}
