using System;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Members and elements of what a method returns: the method, which may change something, runs once.</summary>
public static partial class CalledReceivers
{
    public struct Point
    {
        public double X, Y;

        public Point Moved()
        {
            X *= 2;
            return this;
        }
    }

    public class Vec
    {
        public double[] V;
        public double S;
        public Point P;

        public Vec(double[] x) => V = x;

        public Vec Twice
        {
            get
            {
                S += 1;
                V[1] *= 2;
                return this;
            }
        }

        public static Vec Bump(Vec a)
        {
            a.V[0] *= 2;
            a.S += 1;
            return new Vec(a.V) { S = a.S };
        }

        public Vec Me()
        {
            V[0] *= 3;
            return this;
        }

        public double[] Values()
        {
            V[0] *= 3;
            return V;
        }
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double ElementOfAMember(double[] d)
    {
        var a = new Vec(d);
        return Vec.Bump(a).V[0] * d[1];
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double Member(double[] d)
    {
        var a = new Vec(d);
        return Vec.Bump(a).S * d[1] * d[0];
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double AssignedElement(double[] d)
    {
        var a = new Vec(d);
        a.Me().V[1] *= 2;
        return d[1] * d[0];
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double ReturnedArray(double[] d)
    {
        var a = new Vec(d);
        a.Values()[1] *= 2;
        a.Values()[2] = 4;
        return d[1] * d[0] + a.Values()[0] + a.Values().Length + a.Me().V.Length;
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double Enumerated(double[] d)
    {
        var a = new Vec(d);
        double s = 0;
        foreach (double x in a.Me().V) s += x * x;
        return s + a.Me().V.Sum() + a.Me().V.AsSpan(1)[0];
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double InPatternsAndCalls(double[] d)
    {
        var a = new Vec(d);
        return a.Me().V[^1] + (a.Me().V is [var p, ..] ? p : 0) + Math.Max(a.Me().V[0], 3);
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 }, 0.7)]
    public static double Properties(double[] d, double x)
    {
        var a = new Vec(d) { P = new Point { X = x, Y = 1 } };
        double first = a.Twice.Twice.V[1] * a.Twice.S;
        return first + a.Twice.P.X * d[1] + a.P.Moved().X * a.P.X;
    }
}
