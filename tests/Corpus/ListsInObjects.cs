using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Lists that objects hold and fill: as members, under other names, handed on, changed in place.</summary>
public static partial class ListsInObjects
{
    public sealed class Bag
    {
        public List<double> V = new();
        public double Sum()
        {
            double s = 0;
            foreach (var v in V)
                s += v;
            return s;
        }

        public void Twice()
        {
            for (int i = 0; i < V.Count; i++)
                V[i] *= 2;
        }

        public int N => V.Count;
        public IReadOnlyList<double> All => V;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Alias(double x)
    {
        var b = new Bag();
        var c = b;
        b.V.Add(x);
        c.V.Add(x * x);
        return b.Sum() * c.V.Count + c.V[0];
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double ListAlias(double x)
    {
        var l = new List<double>
        {
            x
        };
        var b = new Bag
        {
            V = l
        };
        l.Add(x * x);
        b.V.Add(3 * x);
        return b.Sum() * l.Count + l[2];
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double ListName(double x)
    {
        var b = new Bag();
        var l = b.V;
        l.Add(x);
        b.V.Add(x * x);
        return b.Sum() * l.Count;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Replaced(double x)
    {
        var b = new Bag();
        b.V.Add(x);
        b.V = new List<double>
        {
            x * x,
            2
        };
        b.V.Add(x);
        return b.Sum() * b.N;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    [At(1.7)]
    public static double Conditional(double x)
    {
        Bag b;
        if (x > 1)
        {
            b = new Bag();
            b.V.Add(x);
        }
        else
        {
            b = new Bag();
            b.V.Add(x * x);
            b.V.Add(2);
        }

        b.V.Add(x);
        return b.Sum() * b.N;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    [At(1.7)]
    public static double ConditionalAdd(double x)
    {
        var b = new Bag();
        b.V.Add(x);
        if (x > 1)
            b.V.Add(x * x);
        b.Twice();
        return b.Sum() * b.N;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double InLoop(double x)
    {
        double s = 0;
        for (int k = 0; k < 3; k++)
        {
            var b = new Bag();
            for (int i = 0; i <= k; i++)
                b.V.Add(x * i + k);
            b.Twice();
            s += b.Sum() * x;
        }

        return s;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double TwoBags(double x)
    {
        var a = new Bag();
        var b = new Bag();
        a.V.Add(x);
        b.V.Add(a.V[0] * x);
        b.V.AddRange(a.V);
        a.V.AddRange(b.V);
        return a.Sum() * b.Sum();
    }

    public sealed class Obs
    {
        public readonly List<double> L = new();
        public void Each(Action<double> f)
        {
            foreach (var v in L)
                f(v);
        }
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Interface(double x)
    {
        var b = new Bag();
        b.V.Add(x);
        b.V.Add(2);
        return b.All[0] * b.All.Count + b.All.Sum();
    }

    public sealed record Rec(List<double> L, double K)
    {
        public double Dot() => L.Sum(v => v * K);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double RecordMember(double x)
    {
        var r = new Rec(new List<double> { x, 2 }, x * x);
        r.L.Add(x);
        return r.Dot();
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double RecordWith(double x)
    {
        var r = new Rec(new List<double> { x, 2 }, x * x);
        var q = r with
        {
            K = 3
        };
        q.L.Add(x);
        return r.Dot() + q.Dot();
    }

    public sealed class Ctor
    {
        readonly List<double> _l;
        public Ctor(IEnumerable<double> v)
        {
            _l = new List<double>(v);
        }

        public Ctor(int n, double x)
        {
            _l = new List<double>(n);
            for (int i = 0; i < n; i++)
                _l.Add(x * i);
        }

        public double Max() => _l.Max();
        public double this[int i] { get => _l[i]; set => _l[i] = value; }

        public int Count => _l.Count;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(new double[] { 0.7, 1.2 })]
    public static double FromEnumerable(double[] a)
    {
        var c = new Ctor(a);
        c[0] = c[1] * a[0];
        return c.Max() * c[0] * c.Count;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double FromCount(double x)
    {
        var c = new Ctor(4, x);
        c[2] *= c[1];
        return c.Max() * c[2];
    }

    public class Base
    {
        protected readonly List<double> L = new();
        public void Add(double v) => L.Add(v);
        public virtual double Value() => L.Sum();
    }

    public sealed class Derived : Base
    {
        public override double Value()
        {
            double p = 1;
            foreach (var v in L)
                p *= v;
            return p;
        }
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double OfADerivedClass(double x)
    {
        Base b = new Derived();
        b.Add(x);
        b.Add(x + 1);
        return b.Value();
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    [At(1.7)]
    public static double DerivedChosen(double x)
    {
        Base b = x > 1 ? new Derived() : new Base();
        b.Add(x);
        b.Add(x + 1);
        return b.Value();
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Cleared(double x)
    {
        var b = new Bag();
        b.V.Add(x);
        b.V.Clear();
        b.V.Add(x * x);
        b.V.Insert(0, 2 * x);
        b.V.RemoveAt(1);
        return b.Sum() * b.N;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double SortedM(double x)
    {
        var b = new Bag();
        b.V.Add(x);
        b.V.Add(0.1);
        b.V.Add(x * x);
        b.V.Sort();
        return b.V[0] + 2 * b.V[1] + 3 * b.V[2];
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double ToArr(double x)
    {
        var b = new Bag();
        b.V.Add(x);
        b.V.Add(0.1);
        var a = b.V.ToArray();
        b.V[0] = 5;
        a[1] *= x;
        return a[0] * a[1] * b.V[0];
    }

    struct SB
    {
        public List<double> L;
        public double K;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double InStruct(double x)
    {
        var s = new SB
        {
            L = new List<double>(),
            K = x
        };
        var t = s;
        t.L.Add(x);
        t.K = 2;
        s.L.Add(x * s.K);
        return s.L.Sum() * t.L.Count * s.K;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Given(double x)
    {
        var b = new Bag();
        b.V.Add(x);
        Fill(b.V, x);
        Fill2(b, x);
        return b.Sum();
    }

    static void Fill(List<double> l, double x)
    {
        l[0] *= x;
    }

    static void Fill2(Bag b, double x)
    {
        b.V.Add(x);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Given2(double x)
    {
        var b = new Bag();
        b.V.Add(x);
        Fill3(b.V, x);
        return b.Sum();
    }

    static void Fill3(List<double> l, double x)
    {
        l.Add(x * x);
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Lam(double x)
    {
        var b = new Bag();
        Action<double> add = v => b.V.Add(v * x);
        add(x);
        add(2);
        Func<double> sum = () => b.Sum();
        return sum() * b.N;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Returned(double x)
    {
        var b = Make(x);
        b.V.Add(x);
        return b.Sum();
    }

    static Bag Make(double x)
    {
        var b = new Bag();
        b.V.Add(x * x);
        return b;
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Same(double x)
    {
        var b = new Bag();
        var c = new Bag
        {
            V = b.V
        };
        b.V.Add(x);
        c.V.Add(2);
        return b.Sum() + c.N;
    }

    sealed class Hist
    {
        public List<double> X = new(), Y = new();
        public Hist Add(double x, double y)
        {
            X.Add(x);
            Y.Add(y);
            return this;
        }
    }

    [Differentiable]
    [Allocates("the objects")]
    [At(0.7)]
    public static double Fluent(double x)
    {
        var h = new Hist().Add(x, 2).Add(x * x, 3);
        h.Add(1, x);
        return h.X.Zip(h.Y, (a, b) => a * b).Sum();
    }
}
