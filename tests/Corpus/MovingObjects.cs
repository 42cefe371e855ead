using System;
using AutoDiff;

namespace Corpus;

/// <summary>A local variable for one object after another of an array that the method is given.</summary>
public static partial class MovingObjects
{
    [Differentiable]
    [At(new double[] { 0.4, 0.1, 1, 2, 1.3, 0.2, 3, 4, 0.9, 0.3, 5, 6 }, 0.7)]
    [At(new double[] { 1.4, 0.1, 1, 2, 1.3, 0.2, 3, 4, 0.9, 0.3, 5, 6 }, 0.7)]
    public static double Largest([Shape(3, 2)] MovingLayer[] layers, double x)
    {
        MovingLayer best = layers[0];
        for (int i = 1; i < layers.Length; i++)
            if (layers[i].W > best.W) best = layers[i];
        return best.Of(x) * best.Table[1];
    }

    [Differentiable]
    [At(new double[] { 0.4, 0.1, 1, 2, 1.3, 0.2, 3, 4, 0.9, 0.3, 5, 6 }, 0.7)]
    [At(new double[] { 2.4, 0.1, 1, 2, 1.3, 0.2, 3, 4, 0.9, 0.3, 5, 6 }, -0.7)]
    public static double LargestOfForeach([Shape(3, 2)] MovingLayer[] layers, double x)
    {
        var best = layers[0];
        foreach (MovingLayer layer in layers)
        {
            layer.Step(x + 1);
            if (layer.W > best.W) best = layer;
            best.B *= x;
        }

        return best.Of(x);
    }

    [Differentiable]
    [At(new double[] { 0.4, 0.1, 1, 2, 1.3, 0.2, 3, 4, 0.9, 0.3, 5, 6 }, 0.7)]
    public static double Previous([Shape(3, 2)] MovingLayer[] layers, double x)
    {
        MovingLayer previous = layers[0];
        double sum = 0;
        for (int i = 1; i < layers.Length; i++)
        {
            MovingLayer layer = layers[i];
            layer.B += previous.W * x;
            sum += previous.Of(x) * layer.W;
            previous = layer;
        }

        return sum;
    }

    [Differentiable]
    [At(new double[] { 0.4, 0.1, 1, 2, 1.3, 0.2, 3, 4 }, 0.7)]
    [At(new double[] { 0.4, 0.1, 1, 2, 1.3, 0.2, 3, 4 }, -0.7)]
    public static double Swapped([Shape(2, 2)] MovingLayer[] layers, double x)
    {
        MovingLayer a = layers[0], b = layers[1];
        if (x > 0)
        {
            MovingLayer t = a;
            a = b;
            b = t;
        }

        a.W *= x;
        return a.Of(x) - 2 * b.Of(x);
    }

    [Differentiable]
    [At(new double[] { 0.4, 0.1, 1, 2, 1.3, 0.2, 3, 4, 0.9, 0.3, 5, 6 }, 0.7)]
    public static double Walked([Shape(3, 2)] MovingLayer[] layers, double x)
    {
        int i = 0;
        MovingLayer current = layers[i];
        Func<double, double> of = v => current.Of(v);
        while (current.W * x < 1 && i < layers.Length - 1)
        {
            x += current.W;
            current = layers[++i];
            i += 0;
        }

        return of(x) * i;
    }

    [Differentiable]
    [At(new double[] { 0.4, 0.1, 1, 2, 1.3, 0.2, 3, 4 }, 0.7, 1)]
    [At(new double[] { 0.4, 0.1, 1, 2, 1.3, 0.2, 3, 4 }, 0.7, 2, Throws = typeof(IndexOutOfRangeException))]
    public static double Outside([Shape(2, 2)] MovingLayer[] layers, double x, int n)
    {
        MovingLayer layer = layers[0];
        layer = layers[n];
        return n > 1 ? x : layer.Of(x);
    }
}

public sealed class MovingLayer
{
    public double W = 0.5, B = 0.1;
    public double[] Table = [];

    public double Of(double x) => W * x + B + Table[0];

    public void Step(double k)
    {
        W *= k;
        Table[1] += k;
    }
}
