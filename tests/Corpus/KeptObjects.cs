using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays and lists of objects that stay inside the method: each object is known by its place.</summary>
public static partial class KeptObjects
{
    public class Node
    {
        public double X;
        public double V;
        public double M = 1;
        public Node()
        {
        }

        public Node(double x)
        {
            X = x;
            V = 1;
        }

        public double E => 0.5 * M * V * V;

        public void Kick(double f)
        {
            V += f / M;
        }
    }

    public sealed class Layer
    {
        public double[] W;
        public double B;
        public Layer(int n, double s)
        {
            W = new double[n];
            B = 0.5;
            for (int i = 0; i < n; i++) W[i] = s * (i + 1);
        }

        public double Run(double[] x)
        {
            double s = B;
            for (int i = 0; i < W.Length; i++) s += W[i] * x[i];
            return Math.Tanh(s);
        }
    }

    public sealed class One
    {
        public double W;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7, 3)]
    public static double Particles(double x, int n)
    {
        var nodes = new Node[n];
        for (int i = 0; i < n; i++)
            nodes[i] = new Node { X = x * i, V = 1 - x, M = 1 + i };
        for (int s = 0; s < 4; s++)
        {
            foreach (var p in nodes)
            {
                p.V += -0.1 * p.X / p.M;
            }

            for (int i = 0; i < nodes.Length; i++)
            {
                nodes[i].X += 0.1 * nodes[i].V;
            }
        }

        double e = 0;
        foreach (var p in nodes) e += p.X * p.X + p.M * p.V * p.V;
        return e;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7, 3)]
    public static double ListParticles(double x, int n)
    {
        var nodes = new List<Node>();
        for (int i = 0; i < n; i++)
            nodes.Add(new Node { X = x * i, V = 1 - x, M = 1 + i });
        foreach (var p in nodes)
        {
            p.V += -0.1 * p.X / p.M;
            p.X += 0.1 * p.V;
        }

        double e = 0;
        for (int i = 0; i < nodes.Count; i++)
        {
            var p = nodes[i];
            e += p.X * p.X + p.M * p.V * p.V;
        }

        return e;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(new double[] { 1, 2, 3 })]
    public static double Net(double[] x)
    {
        var layers = new Layer[2];
        for (int i = 0; i < 2; i++) layers[i] = new Layer(x.Length, 0.1 * x[1]);
        double s = 0;
        foreach (var l in layers) s += l.Run(x);
        return s;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7, 3)]
    public static double Pairs(double x, int n)
    {
        var nodes = new Node[n];
        for (int i = 0; i < n; i++) nodes[i] = new Node(x * (i + 1) * (i + 1));
        foreach (var a in nodes)
            foreach (var b in nodes)
            {
                if (a == b) continue;
                double d = b.X - a.X;
                a.Kick(d / (1 + d * d));
            }

        double e = 0;
        foreach (var a in nodes) e += a.E + a.X;
        return e;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7, 3)]
    public static double PairsRef(double x, int n)
    {
        var nodes = new List<Node>();
        for (int i = 0; i < n; i++) nodes.Add(new Node(x * (i + 1) * (i + 1)));
        for (int i = 0; i < nodes.Count; i++)
            for (int j = 0; j < nodes.Count; j++)
            {
                var a = nodes[i];
                var b = nodes[j];
                if (ReferenceEquals(a, b)) continue;
                double d = b.X - a.X;
                a.Kick(d / (1 + d * d));
                b.Kick(-d);
            }

        return nodes.Sum(p => p.E);
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Alias(double x)
    {
        var nodes = new[]
        {
            new Node(x),
            new Node(x * x),
            new Node(3)
        };
        int i = 0;
        var p = nodes[i];
        i++;
        p.X *= 2;
        var q = nodes[i];
        q.X += p.X;
        i = 2;
        nodes[i].X = q.X * p.X;
        p.X = 5 * x;
        return nodes[0].X + nodes[1].X * nodes[2].X;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double PutNamed(double x)
    {
        var list = new List<Node>();
        var p = new Node(x);
        list.Add(p);
        p.X += 1;
        list[0].X *= x;
        var q = new Node(2);
        list.Add(q);
        q.X = p.X * x;
        list.Add(new Node(x));
        double s = 0;
        foreach (var n in list)
        {
            n.X = n.X * n.X;
            s += n.X;
        }

        return s + p.X + q.X;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7, 3)]
    public static double PutNamedLoop(double x, int n)
    {
        var a = new Node[n];
        for (int i = 0; i < n; i++)
        {
            var p = new Node(x + i);
            p.V = x * i;
            a[i] = p;
            p.X *= 2;
            p.M = 1 + p.X;
        }

        double s = 0;
        for (int i = 0; i < a.Length; i++) s += a[i].E * a[i].X;
        return s;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double InitNamed(double x)
    {
        var p = new Node(x);
        var q = new Node(2 * x);
        var a = new[]
        {
            p,
            q,
            new Node(1)
        };
        p.X += 3;
        a[1].X *= 2;
        return p.X * q.X * a[0].X + a[2].X;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Replaced(double x)
    {
        var a = new[]
        {
            new Node(x),
            new Node(2)
        };
        a[0].X += 2;
        a[0] = new Node(a[0].X * x);
        return a[0].X * a[1].X;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double QueriesNodes(double x)
    {
        var a = Enumerable.Range(1, 4).Select(i => new Node(x * i)).ToList();
        foreach (var p in a.Where(p => p.X > 1))
        {
            p.X *= 2;
            p.Kick(x);
        }

        return a.Sum(p => p.X * p.E);
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Single(double x)
    {
        var a = new One[3];
        for (int i = 0; i < 3; i++)
            a[i] = new One { W = x * i };
        a[1].W += a[2].W * x;
        double s = 0;
        foreach (var o in a) s += o.W * o.W;
        return s;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Layers(double x)
    {
        var ls = new List<Layer>
        {
            new(2, x),
            new(3, x * x)
        };
        ls.Add(new Layer(2, 1));
        foreach (var l in ls)
        {
            l.B = l.W[0];
            for (int i = 0; i < l.W.Length; i++) l.W[i] *= x;
        }

        double s = 0;
        foreach (var l in ls)
        {
            double t = l.B;
            foreach (var w in l.W) t += w * w;
            s += Math.Tanh(t);
        }

        ls[1].W = new double[]
        {
            x,
            x
        };
        return s + ls[1].W[0] * ls[1].W.Length;
    }

    private static void StepAll(Node[] a, double dt)
    {
        foreach (var p in a) p.X += dt * p.V;
        for (int i = 1; i < a.Length; i++)
            a[i].V -= a[i - 1].X;
    }

    private static double Energy(IEnumerable<Node> a)
    {
        double s = 0;
        foreach (var p in a) s += p.E;
        return s;
    }

    private static double EnergyL(List<Node> a)
    {
        double s = 0;
        for (int i = 0; i < a.Count; i++) s += a[i].E + a[i].X;
        return s;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Helpers(double x)
    {
        var a = new[]
        {
            new Node(x),
            new Node(x * x),
            new Node(1)
        };
        StepAll(a, 0.1);
        StepAll(a, x);
        return Energy(a);
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double HelpersL(double x)
    {
        var a = new List<Node>
        {
            new Node(x),
            new Node(x * x),
            new Node(1)
        };
        a[2].Kick(x);
        return Energy(a) * EnergyL(a);
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double FilledByHand(double x)
    {
        var a = new Node[2];
        a[0] = new Node(x);
        a[1] = new Node(a[0].X * 2);
        return a[0].X * a[1].X;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double NullCheck(double x)
    {
        var a = new[]
        {
            new Node(x),
            new Node(2 * x)
        };
        double s = 0;
        foreach (var p in a)
            if (p != null && p is not null) s += p.X * p.X;
        return s + (a[0]?.X ?? 3);
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double LocalArr(double x)
    {
        var l = new[]
        {
            new Node(x),
            new Node(3)
        };
        void Kick(int i, double f)
        {
            l[i].Kick(f);
            var p = l[i];
            p.X *= f;
        }

        Kick(0, x);
        Kick(1, 2 * x);
        return l[0].E * l[1].E + l[0].X * l[1].X;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double StepsInIndices(double x)
    {
        var l = new[]
        {
            new Node(x),
            new Node(3 * x),
            new Node(x * x)
        };
        int i = 0;
        l[i++].X += l[i].X;
        l[i++].X *= l[i].X;
        l[i].X = i * x;
        return l[0].X + l[1].X * l[2].X;
    }

    private static double Bump(List<Node> l)
    {
        l[0].X += 2;
        return l[0].X;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double ReadBeforeAndAfter(double x)
    {
        var l = new List<Node>
        {
            new(x)
        };
        double s = l[0].X * Bump(l) + l[0].X;
        return s;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double AddedMeanwhile(double x)
    {
        var l = new List<Node>
        {
            new(x)
        };
        var p = l[0];
        for (int i = 0; i < 10; i++)
        {
            l.Add(new Node(x + i));
            p.X += l[i].X * 0.1;
        }

        p.V = x;
        return l[0].X + l[0].V + l[10].X;
    }

    private static void Exchange(Node a, Node b, double k)
    {
        a.X += k * b.X;
        b.X -= a.X;
        if (a == b) b.X *= 7;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Arguments(double x)
    {
        var l = new[]
        {
            new Node(x),
            new Node(2)
        };
        Exchange(l[0], l[1], x);
        Exchange(l[1], l[1], 2);
        return l[0].X * l[1].X;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7, 0)]
    [At(0.7, 1)]
    public static double ChosenAtRunTime(double x, int k)
    {
        var l = new[]
        {
            new Node(x),
            new Node(2)
        };
        Exchange(l[k], l[1], x);
        return l[0].X + l[1].X * x;
    }

    private static Node[] Row(double x, int n)
    {
        var a = new Node[n];
        for (int i = 0; i < n; i++) a[i] = new Node(x * (i + 1));
        return a;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double MadeByAMethod(double x)
    {
        var l = Row(x, 3);
        l[1].X *= 2;
        return l[0].X * l[1].X + l[2].X;
    }
}
