using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Objects of several classes that a query makes, as the class or the interface that they have in common.</summary>
public static partial class FamiliesFromQueries
{
    public interface IPayoff
    {
        double Value(double s);
    }

    public sealed class Call(double k) : IPayoff
    {
        public double Value(double s) => Math.Max(s - k, 0);
    }

    public sealed class Put(double k) : IPayoff
    {
        public double Value(double s) => Math.Max(k - s, 0);
    }

    public abstract class Step
    {
        public abstract double Do(double x);
    }

    public sealed class Power : Step
    {
        public int N;
        public override double Do(double x)
        {
            double y = 1;
            for (int i = 0; i < N; i++)
                y *= x;
            return y;
        }
    }

    public sealed class Shift : Step
    {
        public int M;
        public override double Do(double x) => x + M;
    }

    public sealed class Gain : Step
    {
        public double K;
        public override double Do(double x) => x * K;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(100.0, new double[] { 95, 96 })]
    public static double CastInSelect(double s, double[] k)
    {
        IPayoff[] p = k.Select(x => (IPayoff)new Call(x)).ToArray();
        return p[0].Value(s) * p[1].Value(s);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(100.0, new double[] { 95, 96 })]
    public static double TypeArguments(double s, double[] k)
    {
        IPayoff[] p = k.Select<double, IPayoff>(x => new Call(x)).ToArray();
        return p[0].Value(s) * p[1].Value(s);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(100.0, new double[] { 95, 196 })]
    public static double Conditional(double s, double[] k)
    {
        IPayoff[] p = k.Select(x => x < s ? (IPayoff)new Call(x) : new Put(x)).ToArray();
        return p[0].Value(s) * p[1].Value(s);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(100.0, new double[] { 95, 96 })]
    public static double SumOfSelect(double s, double[] k) => k.Select(x => (IPayoff)new Call(x)).Sum(p => p.Value(s));
    [Differentiable]
    [Allocates("the objects")]
    [At(100.0, new double[] { 95, 96 })]
    public static double ToList(double s, double[] k)
    {
        List<IPayoff> p = k.Select(x => (IPayoff)new Call(x)).ToList();
        return p[0].Value(s) * p[1].Value(s);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(1.5, new int[] { 2, 3 })]
    public static double IntMember(double s, int[] n)
    {
        Step[] p = n.Select(x => (Step)new Power { N = x }).ToArray();
        return p[0].Do(s) * p[1].Do(s);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(1.5, new int[] { 2, 3 })]
    public static double IntMemberChosen(double s, int[] n)
    {
        Step[] p = n.Select(x => x > 2 ? (Step)new Power { N = x } : new Shift { M = x }).ToArray();
        return p[0].Do(s) * p[1].Do(s);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(1.5, new double[] { 2, 3 })]
    public static double Gains(double s, double[] n)
    {
        Step[] p = n.Select(x => (Step)new Gain { K = x }).ToArray();
        return p[0].Do(s) * p[1].Do(s);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(100.0, 90.0)]
    public static double Range(double s, double k)
    {
        IPayoff[] p = Enumerable.Range(0, 3).Select(i => i == 1 ? (IPayoff)new Put(k + 20) : new Call(k + i)).ToArray();
        double v = 0;
        foreach (var e in p)
            v += e.Value(s);
        return v;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(100.0, 90.0)]
    public static double Variable(double s, double k)
    {
        IPayoff one = new Call(k);
        IPayoff[] p = new IPayoff[2];
        for (int i = 0; i < 2; i++)
        {
            IPayoff e = i == 0 ? new Put(k + 20) : new Call(k);
            p[i] = e;
        }

        return p[0].Value(s) + p[1].Value(s) * one.Value(s);
    }

    private static IPayoff Make(double k, bool call) => call ? new Call(k) : new Put(k);
    [Differentiable]
    [Allocates("the objects")]
    [At(100.0, 90.0)]
    public static double SelectFactory(double s, double k)
    {
        IPayoff[] p = new[]
        {
            k,
            k + 20
        }.Select((x, i) => Make(x, i == 0)).ToArray();
        return p[0].Value(s) + p[1].Value(s);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(100.0, 90.0)]
    public static double SelectRecordStructs(double s, double k)
    {
        var p = new[]
        {
            k,
            k + 20
        }.Select((x, i) => (Strike: x, Weight: i + 1.0)).ToArray();
        return p.Sum(t => t.Strike * t.Weight) + p[0].Strike * s;
    }

    public sealed class Neg : Step
    {
        public override double Do(double x) => -x;
    }
}
