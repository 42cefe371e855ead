using System;
using AutoDiff;

namespace Corpus;

/// <summary>Functions that stand for a library: calls of them are differentiated by the rules below alone.</summary>
public static class Library
{
    public struct Point { public double X, Y; }

    /// <summary>A chain of springs: ½ Σ (q[i+1] − q[i])² · n.</summary>
    public static double Energy(double[] q, int n)
    {
        double sum = 0;
        for (int i = 0; i + 1 < q.Length; i++) sum += (q[i + 1] - q[i]) * (q[i + 1] - q[i]);
        return sum * n / 2;
    }

    /// <summary>Smoothing: y[i] = k·y[i−1] + x[i].</summary>
    public static double[] Filter(double[] signal, double k)
    {
        var y = new double[signal.Length];
        for (int i = 0; i < y.Length; i++) y[i] = (i == 0 ? 0 : k * y[i - 1]) + signal[i];
        return y;
    }

    /// <summary>Scales a by its first element squared, in place, and adds a to x.</summary>
    public static void Update(double[] a, double[] x)
    {
        double s = a[0] * a[0];
        for (int i = 0; i < a.Length; i++) a[i] *= s;
        for (int i = 0; i < a.Length; i++) x[i] += a[i];
    }

    public static void Grow(ref double x, double k, out double y) { y = x * k; x = x * x; }

    public static Point Turn(Point p, double angle) => new() { X = Math.Cos(angle) * p.X - Math.Sin(angle) * p.Y, Y = Math.Sin(angle) * p.X + Math.Cos(angle) * p.Y };

    public static double Push(ref Point p, double f) { p.X = p.X * p.Y; p.Y += f; return p.X * f; }

    /// <summary>The product of the diagonal.</summary>
    public static double Diagonal(double[,] m) => m[0, 0] * m[1, 1];

    public static double Weight(ReadOnlySpan<double> a, double[] w)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * w[i] * w[i];
        return sum;
    }

    /// <summary>x decays towards a·k, in place.</summary>
    public static void Decay(double[] x, double[] a, double k)
    {
        for (int i = 0; i < x.Length; i++) x[i] += k * (a[i] - x[i]);
    }

    public static Point Scale(in Point p, double k) => new() { X = p.X * k, Y = p.Y * k * k };
}

/// <summary>Rules for functions that are not scalar: arrays, references, structures, matrices; with and without a rule for the tangent.</summary>
public static partial class AdjointRules
{
    [DerivativeOf(typeof(Library), nameof(Library.Energy))]
    internal static double EnergyAdjoint(double[] q, int n, Span<double> qAdjoint, double resultAdjoint)
    {
        for (int i = 0; i + 1 < q.Length; i++)
        {
            qAdjoint[i + 1] += resultAdjoint * n * (q[i + 1] - q[i]);
            qAdjoint[i] -= resultAdjoint * n * (q[i + 1] - q[i]);
        }
        return Library.Energy(q, n);
    }

    [DerivativeOf(typeof(Library), nameof(Library.Filter))]
    internal static double[] FilterAdjoint(double[] signal, double k, Span<double> signalAdjoint, ref double kAdjoint, ReadOnlySpan<double> resultAdjoint)
    {
        double[] y = Library.Filter(signal, k);
        double carry = 0;
        for (int i = y.Length - 1; i >= 0; i--)
        {
            carry = carry * k + resultAdjoint[i];
            signalAdjoint[i] += carry;
            if (i > 0) kAdjoint += carry * y[i - 1];
        }
        return y;
    }

    [DerivativeOf(typeof(Library), nameof(Library.Update))]
    internal static void UpdateAdjoint(double[] a, double[] x, Span<double> aAdjoint, Span<double> xAdjoint)
    {
        double s = a[0] * a[0], sAdjoint = 0, first = a[0];
        for (int i = 0; i < a.Length; i++)
        {
            aAdjoint[i] += xAdjoint[i];
            sAdjoint += aAdjoint[i] * a[i];
            aAdjoint[i] *= s;
        }
        aAdjoint[0] += sAdjoint * 2 * first;
        Library.Update(a, x);
    }

    [DerivativeOf(typeof(Library), nameof(Library.Grow))]
    internal static void GrowAdjoint(ref double x, double k, out double y, ref double xAdjoint, ref double kAdjoint, ref double yAdjoint)
    {
        xAdjoint = xAdjoint * 2 * x + yAdjoint * k;
        kAdjoint += yAdjoint * x;
        yAdjoint = 0;
        Library.Grow(ref x, k, out y);
    }

    [DerivativeOf(typeof(Library), nameof(Library.Turn))]
    internal static Library.Point TurnAdjoint(Library.Point p, double angle, ref Library.Point pAdjoint, ref double angleAdjoint, Library.Point resultAdjoint)
    {
        (double sin, double cos) = Math.SinCos(angle);
        pAdjoint.X += cos * resultAdjoint.X + sin * resultAdjoint.Y;
        pAdjoint.Y += cos * resultAdjoint.Y - sin * resultAdjoint.X;
        angleAdjoint += resultAdjoint.X * (-sin * p.X - cos * p.Y) + resultAdjoint.Y * (cos * p.X - sin * p.Y);
        return Library.Turn(p, angle);
    }

    [DerivativeOf(typeof(Library), nameof(Library.Push))]
    internal static double PushAdjoint(ref Library.Point p, double f, ref Library.Point pAdjoint, ref double fAdjoint, double resultAdjoint)
    {
        double x = p.X, y = p.Y, product = pAdjoint.X + resultAdjoint * f;
        fAdjoint += pAdjoint.Y + resultAdjoint * x * y;
        pAdjoint.X = product * y;
        pAdjoint.Y += product * x;
        return Library.Push(ref p, f);
    }

    [DerivativeOf(typeof(Library), nameof(Library.Diagonal))]
    internal static double DiagonalAdjoint(double[,] m, double[,] mAdjoint, double resultAdjoint)
    {
        mAdjoint[0, 0] += resultAdjoint * m[1, 1];
        mAdjoint[1, 1] += resultAdjoint * m[0, 0];
        return Library.Diagonal(m);
    }

    /// <summary>By the read-only span the rule says that the weights are only read.</summary>
    [DerivativeOf(typeof(Library), nameof(Library.Weight))]
    internal static double WeightAdjoint(ReadOnlySpan<double> a, ReadOnlySpan<double> w, Span<double> aAdjoint, Span<double> wAdjoint, double resultAdjoint)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * w[i] * w[i];
            aAdjoint[i] += resultAdjoint * w[i] * w[i];
            wAdjoint[i] += resultAdjoint * a[i] * 2 * w[i];
        }
        return sum;
    }

    [DerivativeOf(typeof(Library), nameof(Library.Weight))]
    internal static (double, double) WeightForward(ReadOnlySpan<double> a, double[] w, ReadOnlySpan<double> aTangent, Span<double> wTangent)
    {
        double sum = 0, tangent = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * w[i] * w[i];
            tangent += aTangent[i] * w[i] * w[i] + a[i] * 2 * w[i] * wTangent[i];
        }
        return (sum, tangent);
    }

    [DerivativeOf(typeof(Library), nameof(Library.Decay))]
    internal static void DecayAdjoint(double[] x, double[] a, double k, Span<double> xAdjoint, Span<double> aAdjoint, ref double kAdjoint)
    {
        for (int i = 0; i < x.Length; i++)
        {
            kAdjoint += xAdjoint[i] * (a[i] - x[i]);
            aAdjoint[i] += xAdjoint[i] * k;
            xAdjoint[i] *= 1 - k;
        }
        Library.Decay(x, a, k);
    }

    [DerivativeOf(typeof(Library), nameof(Library.Decay))]
    internal static void DecayForward(double[] x, double[] a, double k, Span<double> xTangent, Span<double> aTangent, double kTangent)
    {
        for (int i = 0; i < x.Length; i++) xTangent[i] += kTangent * (a[i] - x[i]) + k * (aTangent[i] - xTangent[i]);
        Library.Decay(x, a, k);
    }

    [DerivativeOf(typeof(Library), nameof(Library.Scale))]
    internal static Library.Point ScaleAdjoint(in Library.Point p, double k, ref Library.Point pAdjoint, ref double kAdjoint, Library.Point resultAdjoint)
    {
        pAdjoint.X += k * resultAdjoint.X;
        pAdjoint.Y += k * k * resultAdjoint.Y;
        kAdjoint += p.X * resultAdjoint.X + 2 * k * p.Y * resultAdjoint.Y;
        return Library.Scale(p, k);
    }

    [DerivativeOf(typeof(Library), nameof(Library.Scale))]
    internal static (Library.Point Value, Library.Point Tangent) ScaleForward(in Library.Point p, double k, Library.Point pTangent, double kTangent) =>
        (Library.Scale(p, k), new() { X = pTangent.X * k + p.X * kTangent, Y = pTangent.Y * k * k + 2 * k * p.Y * kTangent });

    [Differentiable]
    [At(new double[] { 0.5, 1.2 }, new double[] { 0.4, -0.7 })]
    [Allocates("the arrays of the plain method")]
    public static double WithTangents(double[] a, double[] w)
    {
        double sum = Library.Weight(a, w);
        Library.Decay(w, a, sum * a[0]);
        if (w[1] > 0) Library.Decay(a, w, 0.1);
        return sum * Library.Weight(a.AsSpan(0, 1), w) + w[1];
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.2 }, 0.4)]
    [Allocates("a box for each structure that is passed")]
    public static double ScaledTwice(Library.Point p, double k)
    {
        Library.Point q = Library.Scale(Library.Scale(p, k), p.Y);
        q.X *= k;
        return Library.Scale(in q, 2).X * q.Y;
    }

    /// <summary>A constant goes in where a derivative could, and the other way round.</summary>
    [Differentiable]
    [At(new double[] { 0.5, 1.2 }, 0.4)]
    [Allocates("the arrays of the plain method")]
    public static double Constants(double[] a, double k)
    {
        double[] fixedSignal = [1, 2, 3], kept = new double[2];
        double[] y = Library.Filter(fixedSignal, k);
        Library.Decay(kept, a, 0.5);
        _ = Library.Energy(fixedSignal, 2);
        return y[2] * kept[1] + Library.Energy(fixedSignal, 1);
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.2, -0.3 }, 0.7)]
    public static double Springs(double[] q, double k)
    {
        double before = Library.Energy(q, 3);
        q[1] *= k;
        return before * k + Library.Energy(q, 2) * Library.Energy(q, 2);
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.2, -0.3 }, 0.7)]
    [Allocates("what the filter returns is new")]
    public static double FilterTwice(double[] signal, double k)
    {
        double[] y = signal;
        for (int i = 0; i < 2; i++)
        {
            y = Library.Filter(y, k * (i + 1));
            if (y[0] > 0) y[1] *= k;
        }
        return y[0] * y[1] + y[2];
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.2, -0.3 }, 0.7)]
    public static double[] Filtered(double[] signal, double k) => Library.Filter(signal, k * k);

    [Differentiable]
    [At(new double[] { 1.1, 0.6 }, new double[] { 0.3, 0.2 })]
    public static double InPlace(double[] a, double[] x)
    {
        for (int i = 0; i < 2; i++) Library.Update(a, x);
        return x[0] * x[1] + a[1];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("a box for each number that is passed by reference")]
    public static double References(double x, double k)
    {
        double y = 0;
        for (int i = 0; i < 3; i++)
        {
            Library.Grow(ref x, k * y + k, out double z);
            if (z > 0.1) y += z * x;
        }
        return y * x;
    }

    [Differentiable]
    [At(new double[] { 0.7, 1.2 }, 0.4)]
    [Allocates("a box for each structure that is passed")]
    public static double Structs(Library.Point p, double angle)
    {
        var q = p;
        for (int i = 0; i < 2; i++) q = Library.Turn(q, angle * q.X);
        return q.X * q.Y + Library.Turn(p, 2 * angle).X;
    }

    [Differentiable]
    [At(new double[] { 0.7, 1.2 }, 0.4)]
    [Allocates("a box for each structure that is passed")]
    public static double StructByReference(Library.Point p, double f)
    {
        double sum = 0;
        for (int i = 0; i < 2; i++) sum += Library.Push(ref p, f * p.X) * f;
        return sum * p.X + p.Y;
    }

    [Differentiable]
    [At(new double[] { 0.7, 1.2 }, 0.4)]
    [Allocates("the matrix")]
    public static double Matrix(double[] a, double f)
    {
        var m = new double[2, 2];
        m[0, 0] = a[0]; m[1, 1] = f;
        double t = Library.Diagonal(m);
        m[0, 0] = t * a[1];
        return Library.Diagonal(m) * t;
    }
}
