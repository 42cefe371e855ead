// expect: refused
// expect-id: DIFF0101 at: a.Select(v => { t *= v; return v * t; }).Count()
// expect-id: DIFF0101 at: a.Zip(a.Skip(2).Select(v => { t *= v; return v * t; }), (u, v) => u * v + t).Last()
// expect-id: DIFF0101 at: a.Select(v => { t *= v; return v * t; }).Reverse().First()
// expect-id: DIFF0101 at: a.Select(v => Next(v)).Last()
// expect-id: DIFF0101 at: counted.Count()
// expect-id: DIFF0101 at: guarded.Any()
// the framework runs the functions of some elements only, and of which is a matter of how the query is made
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class QueriesThatLookAtSome
{
    [Differentiable]
    [At(new double[] { 1.3, 1.5, 0.75 }, 0.7)]
    public static double Count(double[] a, double x)
    {
        double t = x;
        int n = a.Select(v => { t *= v; return v * t; }).Count();
        return n + t;
    }

    [Differentiable]
    [At(new double[] { 1.3, 1.5, 0.75 }, 0.7)]
    public static double LastOfPairs(double[] a, double x)
    {
        double t = x;
        return a.Zip(a.Skip(2).Select(v => { t *= v; return v * t; }), (u, v) => u * v + t).Last() + t;
    }

    [Differentiable]
    [At(new double[] { 1.3, 1.5, 0.75 }, 0.7)]
    public static double FirstFromTheEnd(double[] a, double x)
    {
        double t = x;
        return a.Select(v => { t *= v; return v * t; }).Reverse().First() + t;
    }

    [Differentiable]
    [At(new double[] { 1.3, 1.5, 0.75 }, 0.7)]
    public static double ByAFunction(double[] a, double x)
    {
        double t = x;
        double Next(double v)
        {
            t *= v;
            return v * t;
        }

        return a.Select(v => Next(v)).Last() + t;
    }

    public sealed class Counter
    {
        public int Hits;

        public double Hit(double by)
        {
            Hits++;
            return by;
        }
    }

    [Differentiable]
    [At(new double[] { 1.3, 1.5, 0.75 }, 0.7)]
    public static double EffectOnAnObject(double[] a, double x)
    {
        var counter = new Counter();
        var counted = a.Select(v => counter.Hit(1) * v * x);
        return counted.Count() * x + counter.Hits;
    }

    [Differentiable]
    [At(new double[] { 1.3, -1.5, 0.75 }, 0.7)]
    public static double Exception(double[] a, double x)
    {
        var guarded = a.Select(v => v < 0 ? throw new System.ArgumentException("negative") : v * x);
        return guarded.Any() ? x : 0;
    }
}
