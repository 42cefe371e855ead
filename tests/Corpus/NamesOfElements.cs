using System;
using AutoDiff;

namespace Corpus;

/// <summary>Objects in arrays that get other names: these stay with the object, whatever becomes of the index.</summary>
public static partial class NamesOfElements
{
    public sealed class Body
    {
        public double X, V;
    }

    private sealed class Wrap(Body body, double k)
    {
        public double Of() => body.X * k;
    }

    private static Body[] Made(double x) => [new Body
    {
        X = x,
        V = 2
    }, new Body
    {
        X = x * x,
        V = 3
    }, new Body
    {
        X = 1 / x,
        V = x
    }

    ];
    [Differentiable]
    [At(1.5)]
    [Allocates("the objects")]
    public static double ByPattern(double x)
    {
        Body[] all = Made(x);
        int i = 0;
        if (all[i] is { X: > 0 } first)
        {
            i = 2;
            return first.X * all[i].X * first.V + all[i].V;
        }

        return x;
    }

    [Differentiable]
    [At(1.5)]
    [Allocates("the objects")]
    public static double ByTuple(double x)
    {
        Body[] all = Made(x);
        int i = 1;
        var pair = (Body: all[i], Factor: 2.0);
        i = 2;
        return pair.Body.X * pair.Factor * all[i].X * all[i].V;
    }

    [Differentiable]
    [At(1.5)]
    [Allocates("the objects")]
    public static double ByObject(double x)
    {
        Body[] all = Made(x);
        int i = 1;
        var wrap = new Wrap(all[i], 2);
        i = 0;
        return wrap.Of() * all[i].X;
    }

    [Differentiable]
    [At(1.5, 4)]
    [Allocates("the objects")]
    public static double InALoop(double x, int n)
    {
        Body[] all = Made(x);
        double sum = 0;
        int i = 0;
        while (i < all.Length)
        {
            if (all[i] is { V: > 1 } b)
            {
                i++;
                sum += b.X * b.V * n;
            }
            else
                i++;
        }

        return sum;
    }

    [Differentiable]
    [At(1.5, 1)]
    [At(1.5, 0)]
    [Allocates("the objects")]
    public static double InAnArm(double x, int k)
    {
        Body[] all = Made(x);
        int i = k;
        return all[i] switch
        {
            { V: > 2 } b => b.X * all[i = 2].X * b.V,
            { } c => c.X * c.X
        };
    }
}
