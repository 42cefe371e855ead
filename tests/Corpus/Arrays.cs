using System;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays made inside the method, and the static methods of <see cref="Array"/>.</summary>
public static partial class Arrays
{
    [Differentiable]
    [At(0.4, 1.5)]
    public static double Initialisers(double x, double y)
    {
        double[] a = { x, y, x * y };
        var b = new[] { a[0] + 1, a[2], 2.5 };
        var c = new double[3] { b[1], b[2] * y, 1 };
        double[] d = [c[0], b[0], a[1]];
        return a[0] * b[0] + c[1] * d[1] - d[2] * c[0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.5)]
    public static double CopyOverlapping(double[] a, double x)
    {
        Array.Copy(a, 0, a, 1, a.Length - 1);
        a[0] = x;
        double s = 0;
        for (int i = 0; i < a.Length; i++) s += a[i] * a[i] * (i + 1);
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.5)]
    public static double CopyFillClear(double[] a, double x)
    {
        double[] b = new double[6];
        Array.Fill(b, x * x);
        Array.Copy(a, 1, b, 2, 3);
        Array.Clear(b, 3, 1);
        double s = 0;
        for (int i = 0; i < b.Length; i++) s += (i + 1) * b[i] * b[i];
        Array.Clear(b);
        b[1] = s;
        Array.Fill(b, x, 2, 2);
        return b[0] + b[1] * b[2] + b[3] + b[5];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 })]
    public static double CloneIsACopy(double[] a)
    {
        double[] b = (double[])a.Clone();
        for (int i = 0; i < a.Length; i++) a[i] = a[i] * b[(i + 1) % b.Length];
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    [Differentiable]
    [At(0.3, 4)]
    public static double OuterProductTable(double x, int n)
    {
        double[] table = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) table[i * n + j] = Math.Cos(x * i) * Math.Sin(x * j + 1);
        }

        double trace = 0;
        for (int i = 0; i < n; i++) trace += table[i * n + i] * table[(n - 1 - i) * n + i];
        return trace;
    }

    [Differentiable]
    [At(0.3, 2)]
    [At(0.3, -2)]
    public static double MadeInBranches(double x, int n)
    {
        double[] a;
        if (n > 0)
        {
            a = new double[n];
            for (int i = 0; i < n; i++) a[i] = x + i;
        }
        else
        {
            a = [x, x * x, 7];
        }

        double s = 1;
        foreach (double v in a) s *= v + 1;
        return s;
    }

    [Differentiable]
    [At(1.2, 0)]
    [At(1.2, 3)]
    public static double EmptyArray(double x, int n)
    {
        double[] a = new double[n];
        double s = x;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = s;
            s *= x;
        }

        double[] none = [];
        foreach (double v in none) s += v;
        return s + a.Length * x;
    }

    // Grown by copying, as a list would do it.
    [Differentiable]
    [At(0.8, 3.0)]
    public static double GrownArray(double x, double limit)
    {
        double[] items = new double[2];
        int count = 0;
        double sum = 0;
        while (sum < limit)
        {
            if (count == items.Length)
            {
                double[] larger = new double[2 * count];
                Array.Copy(items, larger, count);
                items = larger;
            }

            items[count] = x / (count + 1) + sum * 0.1;
            sum += items[count];
            count++;
        }

        double product = 1;
        for (int i = 0; i < count; i++) product *= 1 + items[i];
        return product;
    }

    [Differentiable]
    [At(new double[] { 0.5, 0.25, 2 })]
    public static double CumulativeProducts(double[] x)
    {
        double[] left = new double[x.Length], right = new double[x.Length];
        left[0] = right[^1] = 1;
        for (int i = 1; i < x.Length; i++) left[i] = left[i - 1] * x[i - 1];
        for (int i = x.Length - 2; i >= 0; i--) right[i] = right[i + 1] * x[i + 1];
        double s = 0;
        for (int i = 0; i < x.Length; i++) s += left[i] * right[i];
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 1.5 })]
    [Allocates("arrays with several indices are not pooled")]
    public static double WideLengths(double[] a)
    {
        ulong n = System.Convert.ToUInt64(a.Length);
        double[] u = new double[n];
        long m = 2;
        var w = new double[m, n];
        u[0] = a[1] * a[2];
        w[1, 2] = u[0] * a[0];
        return u[0] * w[1, 2];
    }
}
