// expect: refused
// expect-id: DIFF0101 at: s.X += 3;
// expect-id: DIFF0101 at: l[0].X += 2;
// expect-id: DIFF0101 at: s.X += 2;
// expect-id: DIFF0104 at: t.Part.X
// expect-id: DIFF0101 at: t.Part = Kept;
// expect-id: DIFF0101 at: t.Part.X += 2;
// expect-id: DIFF0104 at: p.X
// an object from outside under another name, where it is changed: variables of the method's own would be changed in its place
using System.Collections.Generic;
using AutoDiff;

namespace Corpus;

public static partial class OutsideObjectsChanged
{
    public class Node
    {
        public double X;

        public Node(double x)
        {
            X = x;
        }
    }

    public class Whole
    {
        public Node Part;

        public Whole(Node part)
        {
            Part = part;
        }
    }

    private static readonly Node Kept = new(1);

    [Differentiable]
    [At(0.7)]
    public static double Chosen(double x)
    {
        var s = x > 0 ? Kept : new Node(2);
        s.X += 3;
        return s.X * x + Kept.X;
    }

    [Differentiable]
    [At(0.7)]
    public static double Listed(double x)
    {
        var l = new List<Node> { Kept };
        l[0].X += 2;
        return l[0].X * x + Kept.X;
    }

    [Differentiable]
    [At(0.7)]
    public static double Renewed(double x)
    {
        var s = new Node(x);
        s = Kept;
        s.X += 2;
        return s.X * x + Kept.X;
    }

    [Differentiable]
    [At(0.7)]
    public static double Given(double x)
    {
        var t = new Whole(Kept);
        t.Part.X += 2;
        return t.Part.X * x + Kept.X;
    }

    [Differentiable]
    [At(0.7)]
    public static double AsAMember(double x)
    {
        var t = new Whole(new Node(x));
        t.Part = Kept;
        t.Part.X += 2;
        return t.Part.X * x + Kept.X;
    }

    private static readonly Node[] Many = [new(1), new(2)];

    [Differentiable]
    [At(0.7)]
    public static double OfASequence(double x)
    {
        foreach (var p in Many) p.X += 1;
        return Many[0].X * x;
    }
}
