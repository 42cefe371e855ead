using System;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays of what a query leaves: structs, objects, tuples, objects of a family.</summary>
public static partial class ArraysOfWhatIsLeft
{
    public interface ILaw
    {
        double L(double x);
    }

    public readonly record struct Pl(double M) : ILaw
    {
        public double L(double x) => x * x * M;
    }

    public sealed class Cl(double a) : ILaw
    {
        public double A => a;

        public double L(double x) => a * x;
    }

    public sealed class Mass
    {
        public double X;
        public double[] W = [];
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 0.5, 1.5, 2 })]
    public static double Structs(double[] a)
    {
        Pl[] s = a.Where(v => v > 1).Select(v => new Pl(v)).ToArray();
        return s[0].L(a[0]) * s.Length;
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 0.5, 1.5, 2 })]
    public static double Objects(double[] a)
    {
        Cl[] s = a.Where(v => v > 1).Select(v => new Cl(v)).ToArray();
        return s[0].L(a[0]) * s[1].A * s.Length;
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 0.5, 1.5, 2 })]
    public static double Tuples(double[] a)
    {
        var s = a.Where(v => v > 1).Select(v => (v, k: v * v)).ToArray();
        return s[0].v * s[1].k * s.Length;
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 0.5, 1.5, 2 })]
    public static double Family(double[] a)
    {
        ILaw[] s = a.Where(v => v > 1).Select(v => v > 1.7 ? (ILaw)new Pl(v) : new Cl(v)).ToArray();
        double t = 0;
        foreach (ILaw q in s)
            t += q.L(a[0]);
        return t;
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 0.5, 1.5, 2 })]
    public static double Begun(double[] a)
    {
        ILaw[] s = a.TakeWhile(v => v < 1.8).Select(v => (ILaw)new Cl(v)).ToArray();
        return s[0].L(a[1]) + s[^1].L(a[2]) * s.Length;
    }

    [Differentiable]
    [Allocates("the arrays")]
    [At(new double[] { 0.5, 1.5, 2 })]
    public static double Mutable(double[] a)
    {
        Mass[] s = a.Where(v => v > 1).Select(v => new Mass { X = v, W = new[] { v, 2 } }).ToArray();
        s[0].X *= a[2];
        s[1].W[0] += s[0].X;
        return s[1].W[0] * s[0].X * s[0].W[1];
    }
}
