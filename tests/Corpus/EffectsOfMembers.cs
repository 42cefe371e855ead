using System;
using AutoDiff;

namespace Corpus;

/// <summary>Constructors, operators and getters that change an array they were given: what stands before them is read before, what stands behind after.</summary>
public static partial class EffectsOfMembers
{
    public class Box
    {
        public double[] V;
        public double S;

        public Box(double[] x)
        {
            V = x;
            x[0] *= 2;
            S = x[1];
        }

        public static double operator *(Box a, double k)
        {
            a.V[1] *= k;
            return a.V[1];
        }

        public static Box operator -(Box a)
        {
            for (int i = 0; i < a.V.Length; i++) a.V[i]--;
            return a;
        }
    }

    public readonly struct View
    {
        private readonly double[] v;

        public View(double[] x) => v = x;

        public double Next
        {
            get
            {
                v[0] *= 2;
                return v[0];
            }
        }

        public double this[int i]
        {
            get
            {
                v[i] += 1;
                return v[i];
            }
        }
    }

    private static Box Boxed(double x, double[] a)
    {
        a[0] = x;
        return new Box(a);
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double OfAConstructor(double[] a) => a[0] + new Box(a).S * a[0];

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double OfAnOperator(double[] a)
    {
        var b = new Box(a);
        return a[1] + (b * 3) * a[1] + a[2] * (-b).V[2] + a[2];
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double OfGetters(double[] a)
    {
        var b = new View(a);
        return a[0] * b.Next + a[1] * b[1] + a[1];
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double InArguments(double[] a) => Math.Max(a[0], new Box(a).S) + Boxed(a[1], a).S * a[0];
}
