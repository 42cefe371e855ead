// expect: refused
// expect-id: DIFF0101 at: b = new Bag();
// expect-id: DIFF0101 at: b = new Bag();
// expect-id: DIFF0101 at: a.V = new List<double>();
// the list of an object under a name of its own, while it is enumerated, and in a copy of a struct, when another list takes its place
using System.Collections.Generic;
using AutoDiff;

namespace Corpus.Refused;

public static partial class ListsWithTwoNamesReplaced
{
    public sealed class Bag
    {
        public List<double> V = new();
    }

    public struct Sack
    {
        public List<double> V;
        public double W;
    }

    [Differentiable]
    [At(0.7)]
    public static double Named(double x)
    {
        var b = new Bag();
        b.V.Add(x);
        var w = b.V;
        b = new Bag();
        b.V.Add(3 * x);
        return w[0] * b.V[0];
    }

    [Differentiable]
    [At(0.7)]
    public static double Enumerated(double x)
    {
        var b = new Bag();
        b.V.Add(x);
        double s = 0;
        foreach (double v in b.V)
        {
            s += v;
            b = new Bag();
        }

        return s * (b.V.Count + 1);
    }

    [Differentiable]
    [At(0.7)]
    public static double Copied(double x)
    {
        var a = new Sack { V = new List<double>(), W = x };
        a.V.Add(x);
        Sack c = a;
        a.V = new List<double>();
        a.V.Add(3 * x);
        return c.V[0] * a.V[0];
    }
}
