using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays and lists of records inside the method: values, as structs are.</summary>
public static partial class KeptRecords
{
    public record Pt(double X, double Y)
    {
        public double Norm => Math.Sqrt(X * X + Y * Y);

        public static Pt operator +(Pt a, Pt b) => new(a.X + b.X, a.Y + b.Y);
    }

    public record Seg(Pt A, Pt B)
    {
        public double Len => Math.Sqrt((A.X - B.X) * (A.X - B.X) + (A.Y - B.Y) * (A.Y - B.Y));
    }

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

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Polygon(double x)
    {
        var pts = new Pt[]
        {
            new(x, 1),
            new(2 * x, x * x),
            new(1, 3)
        };
        double a = 0;
        for (int i = 0; i < pts.Length; i++)
        {
            var p = pts[i];
            var q = pts[(i + 1) % pts.Length];
            a += p.X * q.Y - q.X * p.Y;
        }

        return a / 2;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double PolygonOfAList(double x)
    {
        var pts = new List<Pt>
        {
            new(x, 1),
            new(2 * x, x * x),
            new(1, 3)
        };
        pts.Add(new Pt(x, x));
        double a = 0;
        for (int i = 0; i < pts.Count; i++)
        {
            var p = pts[i];
            var q = pts[(i + 1) % pts.Count];
            a += p.X * q.Y - q.X * p.Y;
        }

        return a / 2;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double SwapRecords(double x)
    {
        var a = new[]
        {
            new Pt(x, 1),
            new Pt(x * x, 2),
            new Pt(2, x)
        };
        var t = a[0];
        a[0] = a[1];
        a[1] = t;
        (a[1], a[2]) = (a[2], a[1]);
        return a[0].X * 3 + a[1].X * a[1].Y + a[2].Norm * 7;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double RecordsOps(double x)
    {
        var a = new List<Pt>
        {
            new(x, 1),
            new(x * x, 2)
        };
        a.Insert(1, new Pt(3, x));
        a.RemoveAt(0);
        a.Add(a[0] + a[1]);
        a[1] = a[1] with
        {
            Y = x
        };
        Pt s = new(0, 0);
        foreach (var p in a) s += p;
        return s.X * s.Y;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double SortRecords(double x)
    {
        var a = new List<Pt>
        {
            new(x, 1),
            new(-x * x, 2),
            new(5, x)
        };
        a.Sort((p, q) => p.X.CompareTo(q.X));
        double s = 0;
        for (int i = 0; i < a.Count; i++) s += (i + 1) * a[i].X * a[i].Y;
        return s;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double OrderRecords(double x)
    {
        var a = new[]
        {
            new Pt(x, 1),
            new Pt(-x * x, 2),
            new Pt(5, x)
        };
        double s = 0;
        int k = 1;
        foreach (var p in a.OrderByDescending(p => p.X)) s += k++ * p.X * p.Y;
        return s;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double MinByRecords(double x)
    {
        var a = new[]
        {
            new Pt(x, 1),
            new Pt(-x * x, 2),
            new Pt(5, x)
        };
        var m = a.MinBy(p => p.X);
        return m!.X * m.Y + a.Max(p => p.Norm);
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Queries(double x)
    {
        var a = Enumerable.Range(1, 4).Select(i => new Pt(x * i, i)).ToArray();
        var b = a.Where(p => p.X > 1).Select(p => new Pt(p.Y, p.X * p.X)).ToList();
        return a.Sum(p => p.X * p.Y) + b.Sum(p => p.X * p.Y) + b[0].Y;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7, 4)]
    public static double FilledRecur(double x, int n)
    {
        var a = new Pt[n + 1];
        a[0] = new Pt(x, 1);
        for (int i = 1; i <= n; i++) a[i] = new Pt(a[i - 1].Y, a[i - 1].X * x);
        return a[n].X + a[n].Y;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7, 4)]
    public static double FilledRecur2(double x, int n)
    {
        var a = new Pt[n];
        a[0] = new Pt(x, 1);
        for (int i = 1; i < n; i++)
        {
            var prev = a[i - 1];
            a[i] = new Pt(prev.Y + x, prev.X * x);
        }

        return a[^1].X + a[n - 1].Y;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7, 4, Throws = typeof(IndexOutOfRangeException))]
    [At(0.7, 2)]
    public static double Beyond(double x, int n)
    {
        var a = new[]
        {
            new Pt(x, 1),
            new Pt(1, x),
            new Pt(x, x)
        };
        return a[n].X * x;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7, 4, Throws = typeof(ArgumentOutOfRangeException))]
    [At(0.7, 2)]
    public static double BeyondInAList(double x, int n)
    {
        var a = new List<Pt>
        {
            new Pt(x, 1),
            new Pt(1, x),
            new Pt(x, x)
        };
        return a[n].X * x;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Track(double x)
    {
        var a = new[]
        {
            new Pt(x, 2),
            new Pt(2 * x, 1),
            new Pt(x * x, 5)
        };
        var best = a[0];
        foreach (var p in a)
            if (p.X > best.X) best = p;
        return best.X * best.Y;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Segs(double x)
    {
        var s = new Seg[]
        {
            new(new Pt(x, 1), new Pt(2, x)),
            new(new Pt(x * x, x), new Pt(0, 0))
        };
        s[1] = s[1] with
        {
            A = s[0].B
        };
        double t = 0;
        foreach (var(a, b)in s) t += a.X * b.Y;
        return t + s.Sum(q => q.Len);
    }

    private static double SignedArea(Pt[] p, int n)
    {
        double a = 0;
        for (int i = 0, j = n - 1; i < n; j = i++) a += p[j].X * p[i].Y - p[i].X * p[j].Y;
        return a / 2;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7, 5)]
    public static double Shoelace(double r, int n)
    {
        var p = new Pt[n];
        for (int i = 0; i < n; i++) p[i] = new Pt(r * Math.Cos(2 * Math.PI * i / n), r * r * Math.Sin(2 * Math.PI * i / n));
        return SignedArea(p, n);
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7, new double[] { 1, 2, 3 })]
    public static double FromArray(double x, double[] a)
    {
        var p = a.Select((v, i) => new Pt(v * x, i)).ToArray();
        var q = p.Zip(a, (u, w) => new Pt(u.X * w, u.Y)).ToList();
        double s = 0;
        for (int i = 0; i < q.Count; i++) s += q[i].X * p[^(i + 1)].X;
        return s;
    }

    private static List<Pt> Points(double x, int n)
    {
        var a = new List<Pt>();
        for (int i = 0; i < n; i++) a.Add(new Pt(x * (i + 1), x));
        return a;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double ListMadeByAMethod(double x)
    {
        var l = Points(x, 3);
        double s = 0;
        foreach (var p in l) s += p.X * p.Y;
        return s;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Constants(double x)
    {
        var p = new Pt[]
        {
            new(1, 2),
            new(3, 4)
        };
        var l = new List<Node>
        {
            new(3),
            new(2)
        };
        return p[0].X * x + l[1].X + l.Count * p.Length;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7, 3)]
    public static double Smooth(double x, int n)
    {
        var p = Enumerable.Range(0, n + 2).Select(i => new Pt(i * x, Math.Sin(i * x))).ToArray();
        for (int k = 0; k < n; k++)
        {
            var q = new Pt[p.Length - 1];
            for (int i = 0; i < q.Length; i++) q[i] = new Pt((p[i].X + p[i + 1].X) / 2, p[i].Y * p[i + 1].X);
            p = q.Select(v => v with { Y = v.Y + 1 }).ToArray();
        }

        return p[0].X * p[1].Y;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Keeps(double x)
    {
        Pt[] p =
        {
            new(x, 1),
            new(2, x)
        };
        var q = p.Where(v => v.X > 0);
        double s = 0;
        foreach (var v in p)
        {
            p = new Pt[]
            {
                new(s, 3),
                new(x, x),
                new(0, 0)
            };
            s += v.X * v.Y;
        }

        foreach (var v in q) s += v.X;
        return s + p[0].Y * p.Length;
    }

    private static Pt[] Split(Pt[] c, double t)
    {
        var r = new Pt[c.Length - 1];
        for (int i = 0; i < r.Length; i++) r[i] = new Pt((1 - t) * c[i].X + t * c[i + 1].X, (1 - t) * c[i].Y + t * c[i + 1].Y);
        return r;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.3)]
    public static double Casteljau(double t)
    {
        var c = new Pt[]
        {
            new(0, 1),
            new(1, t),
            new(2, 0),
            new(3, 3)
        };
        while (c.Length > 1) c = Split(c, t);
        return c[0].X * c[0].Y;
    }

    private static double FirstOf(List<Pt> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        if (p == null || p.Count < 1) throw new ArgumentException(nameof(p));
        return p[0].X;
    }

    private static double FirstIn(Pt[] p)
    {
        if (p is null) throw new ArgumentNullException(nameof(p));
        if (p.Length == 0)
            return 0;
        return p[0].X;
    }

    [Differentiable]
    [Allocates("arrays of tuples")]
    [At(0.7)]
    public static double Guarded(double x)
    {
        var l = new List<Pt>
        {
            new(x, 1)
        };
        var a = new[]
        {
            new Pt(x, x),
            new Pt(1, 1)
        };
        return FirstOf(l) * FirstIn(a);
    }
}
