using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Structs with properties as out parameters, which are assigned whole.</summary>
public static partial class OutStructs
{
    public record struct P(double X, double Y);

    public struct Q
    {
        public double X { get; set; }
        public double Y { get; set; }

        public Q(double x, double y)
        {
            X = x;
            Y = y;
        }
    }

    public struct R
    {
        public double X, Y;
    }

    [Differentiable]
    [At(0.7, new double[] { 0, 0 })]
    public static double RecordOut(double x, out P p)
    {
        p = new(x * x, x);
        return x;
    }

    [Differentiable]
    [At(0.7, new double[] { 0, 0 })]
    public static double PropertiesOut(double x, out Q p)
    {
        p = new(x * x, x);
        return x;
    }

    [Differentiable]
    [At(0.7, new double[] { 0, 0 })]
    public static double FieldsOut(double x, out R p)
    {
        p = new R
        {
            X = x * x,
            Y = x
        };
        return x;
    }

    [Differentiable]
    [At(0.7, new double[] { 0, 0 })]
    public static double TupleOut(double x, out (double X, double Y) p)
    {
        p = (x * x, x);
        return x;
    }

    [Differentiable]
    [At(0.7, new double[] { 0, 0 })]
    public static void CondOut(double x, out P p)
    {
        if (x > 0)
            p = new(x * x, x);
        else
            p = default;
    }

    [Differentiable]
    [At(0.7)]
    public static double Inlined(double x)
    {
        Make(x, out var p);
        return p.X * p.Y;
    }

    private static void Make(double x, out P p)
    {
        p = new(x * x, x);
    }

    [Differentiable]
    [At(0.7)]
    public static double Declared(double x)
    {
        P p;
        if (x > 0)
            p = new(x, 2);
        else
            p = new(1, x);
        P q;
        q = p;
        q.X = x;
        return q.X * p.X * p.Y;
    }

    [Differentiable]
    [Allocates("an array of structs")]
    [At(0.7)]
    public static double DeclaredQ(double x)
    {
        Q p;
        do
        {
            p = new(x, x * x);
        }
        while (p.X > 1);
        Q[] a = new Q[1];
        a[0] = p;
        return a[0].X * p.Y;
    }
}
