using System;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays of <see cref="Complex"/>: elements whose parts cannot be assigned are stored as a whole.</summary>
public static partial class ComplexArrays
{
    /// <summary>The fast Fourier transform of a power of two, in place.</summary>
    private static void Transform(Complex[] a)
    {
        for (int i = 1, j = 0; i < a.Length; i++)
        {
            int bit = a.Length >> 1;
            for (; (j & bit) != 0; bit >>= 1) j ^= bit;
            j ^= bit;
            if (i < j) (a[i], a[j]) = (a[j], a[i]);
        }
        for (int size = 2; size <= a.Length; size *= 2)
        {
            Complex root = Complex.FromPolarCoordinates(1, -2 * Math.PI / size);
            for (int start = 0; start < a.Length; start += size)
            {
                Complex w = Complex.One;
                for (int k = 0; k < size / 2; k++)
                {
                    Complex u = a[start + k], v = a[start + k + size / 2] * w;
                    a[start + k] = u + v;
                    a[start + k + size / 2] = u - v;
                    w *= root;
                }
            }
        }
    }

    [Differentiable]
    [Allocates("arrays of structs are not pooled")]
    [At(new double[] { 0.5, -1, 2, 0.25, 1, 0.75, -0.5, 3 })]
    [At(new double[] { 1.5 })]
    public static double Spectrum(double[] signal)
    {
        var a = new Complex[signal.Length];
        for (int i = 0; i < a.Length; i++) a[i] = signal[i];
        Transform(a);
        double energy = 0;
        for (int i = 0; i < a.Length; i++) energy += Math.Log(1 + a[i].Real * a[i].Real + a[i].Imaginary * a[i].Imaginary) * (i + 1);
        return energy;
    }

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25, 1, 0.75, -0.5, 3 })]
    public static void TransformInPlace([Shape(4)] Complex[] a) => Transform(a);

    [Differentiable]
    [At(new double[] { 0.5, -1, 2, 0.25 }, new double[] { 1, 0.5, -0.25, 2 }, 0.3)]
    public static double Overwritten([Shape(2)] Complex[] a, [Shape(2)] Complex[] b, double k)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = a[i] * b[i] + k;
            if (a[i].Real > 0) a[i] *= a[i];
            b[i] = Complex.Conjugate(b[1 - i]) / a[i];
            a[i] -= k * b[i];
        }
        (a[0], b[1]) = (b[1], a[0]);
        a[1] = new Complex(a[1].Imaginary, a[1].Real * k);
        return a[0].Magnitude + (a[1] * b[0]).Real + Complex.Exp(b[1]).Imaginary;
    }

    [Differentiable]
    [Allocates("arrays of structs are not pooled")]
    [At(0.7, 1.2, 3)]
    [At(0.7, 1.2, 0)]
    public static double Made(double x, double y, int n)
    {
        Complex[] a = [new(x, y), x, Complex.ImaginaryOne];
        var b = new Complex[3];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < 3; k++) b[k] = a[k] * a[(k + 1) % 3] + b[k];
            (a, b) = (b, a);
        }
        Array.Copy(a, b, 2);
        Complex s = Complex.Zero;
        foreach (Complex z in b) s += z * z;
        return s.Real + 2 * s.Imaginary;
    }
}
