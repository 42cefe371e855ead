// expect: refused
// expect-id: DIFF0101 at: var a = new[] { p, p };
// expect-id: DIFF0101 at: new[] { new Node(x), new Node(2) }
// expect-id: DIFF0101 at: new Node[3]
// expect-id: DIFF0103 at: Replace(a, 3 * x)
// expect-id: DIFF0101 at: var p = x > 0 ? a[0] : a[1];
// expect-id: DIFF0101 at: var a = new Node?[] { new Node(x), null };
// expect-id: DIFF0101 at: b[i] = a[i];
// expect-id: DIFF0101 at: b.Centre = new Node(2 * x)
// expect-id: DIFF0101 at: Enumerable.Repeat(new Node(x), 3)
// expect-id: DIFF0101 at: a.X += 1;
// expect-id: DIFF0104 at: p.X
// an object in two places of an array, or in one that is given another object while it has a name, or in a place that may be empty
using System.Linq;
using AutoDiff;

namespace Corpus;

public static partial class ObjectsInTwoPlaces
{
    public sealed class Node
    {
        public double X;

        public Node(double x)
        {
            X = x;
        }
    }

    public sealed class Ball
    {
        public Node Centre;

        public Ball(double x)
        {
            Centre = new Node(x);
        }
    }

    [Differentiable]
    [At(0.7)]
    public static double Twice(double x)
    {
        var p = new Node(x);
        var a = new[] { p, p };
        a[0].X += 1;
        return a[1].X * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double ReplacedWhileNamed(double x)
    {
        var a = new[] { new Node(x), new Node(2) };
        var p = a[0];
        a[0] = new Node(5 * x);
        p.X += 1;
        return p.X * a[0].X;
    }

    [Differentiable]
    [At(0.7)]
    public static double NotFilled(double x)
    {
        var a = new Node[3];
        a[0] = new Node(x);
        a[1] = new Node(2);
        return a[0].X * a[1].X;
    }

    [Differentiable]
    [At(0.7)]
    public static double ReplacedByAMethod(double x)
    {
        var a = new[] { new Node(x), new Node(x * x) };
        var p = a[0];
        Replace(a, 3 * x);
        p.X = 1;
        return a[0].X * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double Chosen(double x)
    {
        var a = new[] { new Node(x), new Node(2 * x) };
        var p = x > 0 ? a[0] : a[1];
        p.X += 1;
        return a[0].X * a[1].X;
    }

    [Differentiable]
    [At(0.7)]
    public static double Empty(double x)
    {
        var a = new Node?[] { new Node(x), null };
        double s = 0;
        foreach (var p in a)
            if (p != null) s += p.X * p.X;
        return s;
    }

    [Differentiable]
    [At(0.7)]
    public static double InTwoArrays(double x)
    {
        var a = new Node[3];
        for (int i = 0; i < 3; i++) a[i] = new Node(x + i);
        var b = new Node[3];
        for (int i = 0; i < 3; i++) b[i] = a[i];
        b[0].X += 1;
        return a[0].X * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double ReplacedMember(double x)
    {
        var b = new Ball(x);
        var c = b.Centre;
        b.Centre = new Node(2 * x);
        c.X += 1;
        return b.Centre.X * c.X;
    }

    [Differentiable]
    [At(0.7)]
    public static double Repeated(double x)
    {
        var a = Enumerable.Repeat(new Node(x), 3).ToArray();
        a[0].X += 0.5;
        return a[1].X * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double InAPair(double x)
    {
        var (a, b) = Pair(x);
        a.X += 1;
        return b.X * x;
    }

    private static (Node, Node) Pair(double x)
    {
        var p = new Node(x);
        return (p, p);
    }

    private static void Replace(Node[] a, double x) => a[0] = new Node(x);
}
