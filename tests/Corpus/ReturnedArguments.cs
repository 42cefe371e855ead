using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Marked methods that return what they were given, or what other methods return, and calls of them.</summary>
public static partial class ReturnedArguments
{
    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    [return: Shape(3)] public static double[] OwnArgument(double[] a, int n)
    {
        if (n < 2) return a;
        var r = new double[3];
        for (int i = 0; i < 3; i++) r[i] = a[i] * a[0];
        return r;
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    [At(new double[] { 1.3, 0.5, 2.1 }, 1)]
    public static double OfOwnArgument(double[] a, int n)
    {
        var b = (double[])a.Clone();
        var r = OwnArgument(b, n);
        r[0] *= a[1];
        return r[0] + b[0] * b[0];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    [return: Shape(3)] public static double[] ByHelper(double[] a, int n)
    {
        var e = Create(n);
        for (int i = 0; i < n; i++) e[i] = a[i] * a[0];
        return e;
    }

    private static double[] Create(int n) => new double[n];

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    public static double OfHelper(double[] a, int n)
    {
        var e = ByHelper(a, n);
        return e[0] * e[2];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 })]
    [return: Shape(3)] public static double[] WithLambda(double[] d)
    {
        var r = new double[3];
        if (d.Any(v => v < 0)) r[0] = 1;
        r[1] = d[1] * d[0];
        return r;
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    [Allocates("the arrays of the called method")]
    public static double OfLambda(double[] a, int n)
    {
        var e = WithLambda(a);
        return e[1] * e[1];
    }

    private static void Get(double[] x, out double[] y) => y = x;

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 })]
    [return: Shape(3)] public static double[] ByOut(double[] a)
    {
        Get(a, out var y);
        return y;
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    public static double OfOut(double[] a, int n)
    {
        var b = (double[])a.Clone();
        var e = ByOut(b);
        e[0] *= 2;
        return e[0] * b[0];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 })]
    [return: Shape(3)] public static double[] BySwap(double[] a)
    {
        double[] p = new double[3], q = new double[3];
        for (int i = 0; i < 3; i++)
        {
            p[i] = a[i] * a[0];
            q[i] = a[i];
            (p, q) = (q, p);
        }
        return p;
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 3)]
    [Allocates("the arrays of the called method")]
    public static double OfSwap(double[] a, int n)
    {
        var e = BySwap(a);
        return e[0] * e[1] + e[2];
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 2)]
    [return: Shape(3)] public static double[] ByItself(double[] a, int n)
    {
        if (n == 0)
        {
            return (double[])a.Clone();
        }
        double[] b = ByItself(a, n - 1);
        var c = new double[3];
        for (int i = 0; i < 3; i++) c[i] = b[i] * a[0];
        return c;
    }

    [Differentiable]
    [At(new double[] { 1.3, 0.5, 2.1 }, 2)]
    [Allocates("the arrays of the called method")]
    public static double OfItself(double[] a, int n)
    {
        var e = ByItself(a, n);
        return e[0] * e[1] + e[2];
    }
}
