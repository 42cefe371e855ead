// expect: refused
// expect-id: DIFF0101 at: b = new Bag();
// expect-id: DIFF0101 at: b = new Bag();
// expect-id: DIFF0101 at: a.V = new List<double>();
// expect-id: DIFF0101 at: box = new Box();
// expect-id: DIFF0101 at: net.L = [new Item { V = 5 }];
// expect-id: DIFF0101 at: net.L = [new Item { V = s }];
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

    public sealed class Item
    {
        public double V;
    }

    public sealed class Box
    {
        public List<Item> L = new();
    }

    public sealed class Net
    {
        public Item[] L;

        public Net(params Item[] items)
        {
            L = items;
        }
    }

    [Differentiable]
    [At(0.7)]
    public static double ElementWithAName(double x)
    {
        var box = new Box();
        box.L.Add(new Item { V = x });
        Item first = box.L[0];
        box = new Box();
        box.L.Add(new Item { V = 3 * x });
        return first.V * box.L[0].V;
    }

    [Differentiable]
    [At(0.7)]
    public static double ElementOfAnArrayWithAName(double x)
    {
        var net = new Net(new Item { V = x });
        Item first = net.L[0];
        net.L = [new Item { V = 5 }];
        return first.V * net.L[0].V;
    }

    [Differentiable]
    [At(0.7)]
    public static double EnumeratedArray(double x)
    {
        var net = new Net(new Item { V = x }, new Item { V = 2 });
        double s = 0;
        foreach (Item item in net.L)
        {
            s += item.V;
            net.L = [new Item { V = s }];
        }

        return s * net.L[0].V;
    }
}
