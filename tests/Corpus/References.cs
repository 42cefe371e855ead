using System;
using AutoDiff;

namespace Corpus;

/// <summary><c>ref</c>, <c>out</c> and <c>in</c> parameters, <c>ref</c> locals.</summary>
public static partial class References
{
    // Hard program 11.
    [Differentiable]
    [At(new double[] { 1.5, 2, 3 }, 2)]
    public static double SquareAnElement(double[] a, int k)
    {
        Square(ref a[k]);
        ref double p = ref a[0];
        p *= a[1];
        Square(ref p);
        double sum = 0;
        foreach (double v in a) sum += v * v;
        return sum;
    }

    [Differentiable]
    [At(1.3, 0.8)]
    public static double Reference(ref double z, double x)
    {
        z *= x;
        double y = z * z;
        Square(ref y);
        return y + z;
    }

    [Differentiable]
    [At(0.0, 1.3)]
    public static void Output(out double y, double x)
    {
        y = x * x;
        y *= y + x;
    }

    [Differentiable]
    [At(0.0, 0.0, 1.3, true)]
    [At(0.0, 0.0, 1.3, false)]
    public static double Outputs(out double s, out double c, double x, bool far)
    {
        s = 0;
        c = 1;
        if (far)
        {
            s = Math.Sin(x);
            c = Math.Cos(x) * s;
        }

        return s * c + x;
    }

    [Differentiable]
    [At(1.3, 0.4)]
    public static double ReadOnly(in double x, in double y) => x * y + Math.Exp(x);

    [Differentiable]
    [At(0.6, 1.7)]
    public static void Exchange(ref double a, ref double b)
    {
        double t = a;
        a = b * t;
        b = t + 0.5 * a;
    }

    [Differentiable]
    [At(0.6, 1.7)]
    public static double CalledWithOut(double x, double y)
    {
        Polar(x, y, out double r, out var angle);
        Rotate(ref x, ref y, angle);
        return r * x + y * angle;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 1)]
    public static void Shuffle(double[] a, int i)
    {
        Swap(ref a[i], ref a[i + 1]);
        ref double last = ref a[^1];
        last += a[0] * a[i++];
        Swap(ref a[i], ref last);
    }

    [Differentiable]
    [At(0.5, 6)]
    [At(0.5, 0)]
    public static void LoopThroughAReference(ref double x, int n)
    {
        for (int i = 0; i < n; i++) x = x * x + 0.3 * i;
    }

    [Differentiable]
    [At(1.5, 2.5)]
    public static double SameVariableTwice(double x, double y)
    {
        AddTwice(ref x, x);
        AddTwice(ref y, x * y);
        return x * y;
    }

    private static void AddTwice(ref double target, double by)
    {
        target += by;
        target += by;
    }

    private static void Square(ref double z) => z *= z;

    private static void Swap(ref double a, ref double b) => (a, b) = (b, a);

    private static void Polar(double x, double y, out double radius, out double angle)
    {
        radius = Math.Sqrt(x * x + y * y);
        angle = Math.Atan2(y, x);
    }

    private static void Rotate(ref double x, ref double y, double angle)
    {
        double c = Math.Cos(angle), s = Math.Sin(angle);
        (x, y) = (c * x - s * y, s * x + c * y);
    }

    // The value was wrong: the reference followed the name of the array to another one.
    [Differentiable]
    [At(new double[] { 1.2, -0.3, 0.7 }, 1.5)]
    [Allocates("makes another array")]
    public static double ReferenceIntoARenamedArray(double[] a, double k)
    {
        double[] other = { k, k * k };
        int i = 0;
        ref double first = ref a[i];
        a = other;
        i++;
        first *= k;
        return a[0] * a[i] + first;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.2, -0.3 }, 0.7)]
    public static double EachByReference(Span<double> a, double x)
    {
        double sum = 0;
        foreach (ref double v in a)
        {
            sum += v;
            v *= v + x * sum;
            if (sum > 5) break;
        }

        foreach (ref readonly double v in a[1..]) sum = sum * 0.5 + v * a[0];
        return sum;
    }

    public struct Spot
    {
        public double X, Y;
    }

    [Differentiable]
    [At(new double[] { 0.5, 1.2, -0.3, 2 }, 0.7)]
    public static double EachPointByReference([Shape(2)] Spot[] spots, double x)
    {
        foreach (ref Spot spot in spots.AsSpan())
        {
            spot.X *= spot.Y + x;
            Spot old = spot;
            spot = new Spot { X = old.Y, Y = old.X * x };
        }

        return spots[0].X * spots[1].Y + spots[1].X;
    }
}
