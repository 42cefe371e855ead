using System;
using System.Collections.Generic;
using AutoDiff;

namespace Corpus;

/// <summary><c>goto</c> to a label further on: out of loops, past what is not wanted, to a common end.</summary>
public static partial class ForwardJumps
{
    [Differentiable]
    [At(new double[] { 1.2, 0.4, 0.9, 1.7 }, 2.0)]
    [At(new double[] { 1.2, 0.4, 0.9, 1.7 }, 9.0)]
    public static double OutOfTwoLoops(double[] a, double limit)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < a.Length; j++)
            {
                s += a[i] * a[j] * a[j];
                if (s > limit)
                    goto found;
            }

            s *= 1.1;
        }

        s = s * s;
        found:
            return s * limit;
    }

    [Differentiable]
    [At(0.3)]
    [At(1.5)]
    [At(4.0)]
    public static double CommonEnd(double x)
    {
        double y;
        if (x < 1)
        {
            y = Math.Sin(x);
            goto done;
        }

        double z = x * x;
        if (z > 9)
        {
            y = 1 / z;
            goto done;
        }

        y = Math.Log(z);
        y *= x;
        done:
            z = y * y;
        return z + y;
    }

    [Differentiable]
    [At(new double[] { 1.2, -0.4, 0.9, 3.7 })]
    public static double NextOfTheOuterLoop(double[] a)
    {
        double s = 1;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j <= i; j++)
                if (a[j] < 0 && a[i] > 1)
                    goto next;
            s += s * a[i] * a[i];
            next:
                ;
        }

        return s;
    }

    [Differentiable]
    [At(0.5)]
    [At(1.5)]
    [At(2.5)]
    public static double TwoLabels(double x)
    {
        double y = x;
        if (x > 2)
            goto second;
        y = Math.Exp(y);
        if (x > 1)
            goto first;
        y *= y;
        if (y > 1e9)
            goto second;
        y += 1;
        first:
            y = Math.Sqrt(y);
        second:
            y *= x;
        return y;
    }

    [Differentiable]
    [At(0.5, 1)]
    [At(1.5, 2)]
    [At(2.5, 3)]
    public static double OutOfASwitch(double x, int kind)
    {
        double y = x * x;
        switch (kind)
        {
            case 1:
                y = Math.Sin(y);
                goto scaled;
            case 2:
                while (true)
                {
                    y *= 1.5;
                    if (y > 10)
                        goto scaled;
                    if (y > 7)
                        return y;
                }

            default:
                y += 1;
                break;
        }

        y = -y;
        scaled:
            return y * x;
    }

    [Differentiable]
    [At(0.5)]
    [At(1.5)]
    public static double OutOfATry(double x)
    {
        double y = x;
        try
        {
            y *= x;
            if (x > 1)
                goto after;
            y += Math.Cos(x);
        }
        finally
        {
            y *= 2;
        }

        y = y * y;
        after:
            return y + x;
    }

    [Differentiable]
    [At(0.5)]
    [At(1.5)]
    public static double AllPathsJump(double x)
    {
        {
            if (x > 1)
                goto big;
            goto small;
        }

        big:
            return x * x;
        small:
            return Math.Exp(x);
    }

    private static double Clipped(double x)
    {
        double r = x;
        foreach (double bound in new[]
        {
            1.0,
            2.0,
            3.0
        }

        )
        {
            if (x < bound)
                goto end;
            r = x * bound;
        }

        r += 1;
        end:
            return r;
    }

    [Differentiable]
    [At(0.5)]
    [At(2.5)]
    [At(3.5)]
    public static double OfAHelper(double x) => Clipped(x) * Clipped(x * x);
    private sealed class Resource : IDisposable
    {
        public static int Count;
        public void Dispose() => Count++;
    }

    [Differentiable]
    [At(0.5173)]
    [At(1.5391)]
    public static double PastAnIntegerUsedLater(double x)
    {
        double r = 1;
        if (x > 1)
        {
            r = 2;
            goto l;
        }

        int n = 3;
        r = n * x;
        l:
            n = 2;
        for (int i = 0; i < n; i++)
            r *= x;
        return r;
    }

    [Differentiable]
    [At(0.5173)]
    [At(1.5391)]
    [At(2.5)]
    [Allocates("the resource")]
    public static double InTheScopeOfUsing(double x)
    {
        double r = x;
        using var d = new Resource();
        if (x > 1)
            goto l;
        r *= x;
        if (x > 0.4)
            goto m;
        l:
            r += 1;
        m:
            r *= r;
        return r + Resource.Count * 0;
    }

    [Differentiable]
    [At(0.5173)]
    [At(1.5391)]
    public static double InALambda(double x)
    {
        Func<double, double> f = v =>
        {
            double r = v;
            for (int i = 0; i < 3; i++)
            {
                r *= v;
                if (r > 2)
                    goto l;
            }

            r = -r;
            l:
                return r * v;
        };
        return f(x) * f(x * 1.7);
    }

    [Differentiable]
    [At(0.5173)]
    [At(1.5391)]
    [At(2.5)]
    public static double BesideBreakAndContinue(double x)
    {
        double r = 0;
        for (int i = 0; i < 6; i++)
        {
            if (i == 1)
                continue;
            for (int j = 0; j < 6; j++)
            {
                if (j == 4)
                    break;
                r += x * i * j;
                if (r > 20)
                    goto o;
                if (r > 15 && i == 3)
                    goto n;
            }

            if (r > 100)
                return r;
            r *= x;
            n:
                r += 0.1 * x;
        }

        r *= 3;
        o:
            return r * r;
    }

    [Differentiable]
    [At(0.5173)]
    [At(1.5391)]
    [At(2.5)]
    public static double OutOfDo(double x)
    {
        double r = x;
        int k = 0;
        do
        {
            r *= 1.3;
            k++;
            if (r > 4)
                goto o;
            if (k > 3)
                break;
        }
        while (r < 100);
        r += k;
        o:
            return r * r * k;
    }

    [Differentiable]
    [At(0.5173)]
    [At(1.5391)]
    [At(2.5)]
    public static double IndicesAfterwards(double x)
    {
        double r = x;
        int i, j = 0;
        for (i = 0; i < 5; i++)
            for (j = 0; j < 5; j++)
            {
                r += x;
                if (r > 6)
                    goto o;
            }

        o:
            return r * i + j * x;
    }

    [Differentiable]
    [At(0.5173)]
    [At(1.5391)]
    [At(2.5)]
    public static double ConditionsWithEffects(double x)
    {
        double r = x;
        int k = 0;
        while (k++ < 7)
        {
            r += x;
            while (r * k++ < 30)
            {
                r *= 1.2;
                if (r > 3)
                    goto o;
            }
        }

        r = -r;
        o:
            return r * k;
    }

    [Differentiable]
    [At(0.5173)]
    [At(1.5391)]
    [At(2.5)]
    public static double LabelsAtOnePlace(double x)
    {
        double r = x;
        if (x > 2)
            goto a;
        if (x > 1)
            goto b;
        r *= 2;
        a:
            b:
                r *= r;
        return r;
    }

    [Differentiable]
    [At(0.5173)]
    [At(1.5391)]
    public static void ToTheEndOfVoid(ref double x)
    {
        if (x > 1)
            goto a;
        x *= x;
        a:
            ;
    }

    [Differentiable]
    [At(0.5173)]
    [At(1.5391)]
    [Allocates("the resource")]
    public static double OutOfUsing(double x)
    {
        double r = x;
        using (new Resource())
        {
            if (x > 1)
                goto a;
            r *= x;
        }

        r += 1;
        a:
            return r * r;
    }

    [Differentiable]
    [At(0.513, 1)]
    [At(1.5, 2)]
    [At(0.7, 3)]
    public static double LabelsInSections(double x, int n)
    {
        double r = x;
        switch (n)
        {
            case 1:
                for (int i = 0; i < 3; i++)
                {
                    r += x;
                    if (r > 1)
                        goto inner;
                }

                r = -r;
                inner:
                    r *= 3;
                break;
            case 2:
                if (x > 1)
                    goto case 3;
                goto default;
            case 3:
                r *= x;
                goto end;
            default:
                r = 7 * x;
                break;
        }

        r += 2;
        end:
            return r * r;
    }

    [Differentiable]
    [At(0.5173)]
    [At(1.5391)]
    public static double OutOfLoopsOverAList(double x)
    {
        var l = new List<double>
        {
            x,
            x * x,
            3
        };
        double r = 0;
        foreach (double v in l)
        {
            r += v * v;
            foreach (double w in l)
            {
                r += w;
                if (r > 4)
                    goto a;
            }
        }

        r *= 2;
        a:
            return r;
    }

    [Differentiable]
    [At(0.5, Throws = typeof(ArgumentException))]
    [At(1.5391)]
    public static double ToAThrow(double x)
    {
        double r = x;
        if (x < 1)
            goto error;
        return r * r;
        error:
            throw new ArgumentException("small");
    }

    [Differentiable]
    [At(0.5173)]
    [At(1.5391)]
    [Allocates("a boxed integer")]
    public static double PastPatterns(double x)
    {
        double y = x;
        if (x > 1)
            goto l;
        if ((object)3 is int n)
            y *= n;
        l:
            if (y is> 1 and var q)
                y += q;
        return y;
    }

    [Differentiable]
    [At(0.5173)]
    [At(1.5391)]
    public static double PastAnOutVariable(double x)
    {
        double y = x;
        if (x > 1)
            goto l;
        Cube(x, out double z);
        y *= z;
        l:
            z = y * 2;
        return y * z;
    }

    private static void Cube(double x, out double y) => y = x * x * x;
}
