using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

public static partial class Dictionaries
{
    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Basic(double a, double b)
    {
        var d = new Dictionary<string, double>();
        d["a"] = a;
        d.Add("b", b * b);
        d["a"] += b;
        d["b"] *= d["a"];
        d["a"]++;
        double r = d["a"] * d["b"];
        if (d.TryGetValue("c", out double c))
            r += c;
        if (d.TryGetValue("a", out c))
            r += c * c;
        return r + d.GetValueOrDefault("x") + d.GetValueOrDefault("a") + d.GetValueOrDefault("y", a) + d.Count + (d.ContainsKey("b") ? 1 : 2);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Initialisers(double a, double b)
    {
        var d = new Dictionary<string, double>
        {
            ["x"] = a,
            ["y"] = a * b,
            ["x"] = b
        };
        var e = new Dictionary<int, double>
        {
            {
                1,
                a
            },
            {
                7,
                b
            }
        };
        return d["x"] * d["y"] + e[7] * e[1] * d.Count * e.Count;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Each(double a, double b)
    {
        var d = new Dictionary<string, double>
        {
            ["one"] = a,
            ["three"] = b,
            ["seventeen"] = a * b
        };
        double r = 0;
        foreach (var(k, v)in d)
            r = r * 1.5 + v * k.Length;
        foreach (var pair in d)
            r = r * 0.5 + pair.Value * pair.Key.Length;
        foreach (KeyValuePair<string, double> pair in d)
            r += pair.Value * pair.Value;
        foreach (double v in d.Values)
            r = r * 0.7 + v * v;
        foreach (string k in d.Keys)
            r += d[k] * k.Length;
        return r + d.Values.Sum() * d.Values.Max() + d.Sum(p => p.Value * p.Key.Length) + d.Keys.Count() + d.Where(p => p.Key.Length > 3).Select(p => p.Value).Sum();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Removed(double a, double b)
    {
        var d = new Dictionary<int, double>();
        for (int i = 0; i < 9; i++)
            d[i * i % 7] = a * i + b;
        d.Remove(1);
        d.Remove(4);
        d.Remove(100);
        double r = 0;
        foreach (var(k, v)in d)
            r = r * 1.5 + v * (k + 1);
        d[50] = a * a;
        d[60] = b;
        d[70] = a * b;
        foreach (var(k, v)in d)
            r = r * 0.5 + v * v * (k + 1);
        if (d.Remove(50, out double w))
            r += w * w;
        if (!d.Remove(50, out w))
            r += w + a;
        d.Clear();
        d.Add(3, b);
        d.Add(2, a);
        foreach (var(k, v)in d)
            r = r * 0.5 + v * k;
        return r + d.Count + (d.TryAdd(2, a) ? 100 : 1) + (d.TryAdd(9, a) ? 1000 * d[9] : 1);
    }

    [Differentiable]
    [At(0.7, 1.2, Throws = typeof(KeyNotFoundException))]
    [Allocates("the dictionary")]
    public static double Missing(double a, double b)
    {
        var d = new Dictionary<string, double>
        {
            ["x"] = a
        };
        return d["y"] * b;
    }

    [Differentiable]
    [At(0.7, 1.2, Throws = typeof(KeyNotFoundException))]
    [Allocates("the dictionary")]
    public static double MissingCompound(double a, double b)
    {
        var d = new Dictionary<string, double>
        {
            ["x"] = a
        };
        d["y"] += b;
        return d["y"] * b;
    }

    [Differentiable]
    [At(0.7, 1.2, Throws = typeof(ArgumentException))]
    [Allocates("the dictionary")]
    public static double Twice(double a, double b)
    {
        var d = new Dictionary<string, double>
        {
            ["x"] = a
        };
        d.Add("x", b);
        return d["x"] * b;
    }

    [Differentiable]
    [At(0.7, 1.2, Throws = typeof(ArgumentNullException))]
    [At(101.0, 1.2)]
    [Allocates("the dictionary")]
    public static double NullKey(double a, double b)
    {
        string? k = a > 100 ? "y" : null;
        var d = new Dictionary<string, double>
        {
            ["x"] = a
        };
        d[k!] = b;
        return d["x"] * b;
    }

    enum Leg
    {
        Fixed,
        Floating
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Enums(double a, double b)
    {
        var d = new Dictionary<Leg, double>
        {
            [Leg.Fixed] = a,
            [Leg.Floating] = b
        };
        foreach (Leg leg in d.Keys)
            d[leg] *= 2;
        foreach (var(leg, v)in d)
            d[leg] = v * v;
        double r = 0;
        foreach (var(leg, v)in d)
            r += leg == Leg.Fixed ? v : 3 * v;
        return r;
    }

    readonly record struct Id(int N, string S);
    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double RecordKeys(double a, double b)
    {
        var d = new Dictionary<Id, double>
        {
            [new Id(1, "a")] = a
        };
        d[new Id(2, "b")] = b;
        return d[new Id(1, "a")] * d[new Id(2, "b")];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.7)]
    [Allocates("the dictionary")]
    public static double Memo(double[] x, double a)
    {
        var memo = new Dictionary<int, double>();
        double At(int i)
        {
            if (memo.TryGetValue(i, out double known))
                return known;
            double v = x[i] * a;
            memo[i] = v;
            return v;
        }

        double r = 0;
        for (int i = 0; i < 8; i++)
            r = r * 0.9 + At(i % 4) * At(3 - i % 4);
        return r;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, new[] { "a", "b", "a", "c" })]
    [Allocates("the dictionary")]
    public static double Group(double[] x, string[] names)
    {
        var sums = new Dictionary<string, double>();
        for (int i = 0; i < x.Length; i++)
        {
            if (!sums.ContainsKey(names[i]))
                sums[names[i]] = 0;
            sums[names[i]] += x[i];
        }

        double r = 0;
        foreach (double v in sums.Values)
            r += v * v;
        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Comparer(double a, double b)
    {
        var d = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
        {
            ["X"] = a
        };
        d["x"] += b;
        var e = new Dictionary<string, double>(3, StringComparer.OrdinalIgnoreCase)
        {
            ["X"] = a
        };
        return d["X"] * d.Count * e["x"];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Copies(double a, double b)
    {
        var d = new Dictionary<string, double>
        {
            ["x"] = a,
            ["y"] = b
        };
        var e = new Dictionary<string, double>(d);
        d["x"] = 100;
        e["y"] *= 2;
        return e["x"] * e["y"] + d["y"];
    }

    [Differentiable]
    [At(0.7f, 1.2f)]
    [Allocates("the dictionary")]
    public static float Floats(float a, float b)
    {
        var d = new Dictionary<char, float>
        {
            ['x'] = a,
            ['y'] = b
        };
        d['x'] += d['y'] * a;
        return d['x'];
    }

    struct P
    {
        public double X, Y;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Structs(double a, double b)
    {
        var d = new Dictionary<int, P>
        {
            [1] = new P
            {
                X = a,
                Y = b
            }
        };
        P p = d[1];
        p.X = b;
        d[2] = p;
        p.Y = 100;
        var t = new Dictionary<int, (double U, double V)>
        {
            [3] = (a, b)
        };
        t[3] = (t[3].V, t[3].U * 2);
        double r = 0;
        foreach (var(k, v)in d)
            r += v.X * k + v.Y;
        return r + d[1].X * d[2].Y + t[3].U * t[3].V + (d.TryGetValue(2, out P q) ? q.X : 0);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double SquaredInPlace(double a, double b)
    {
        var d = new Dictionary<int, double>
        {
            [1] = a,
            [2] = b
        };
        foreach (var(leg, v)in d)
            d[leg] = v * v;
        return d[1] * d[2];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double ScaledInPlace(double a, double b)
    {
        var d = new Dictionary<int, double>
        {
            [1] = a,
            [2] = b
        };
        foreach (var(leg, v)in d)
            d[leg] *= v;
        return d[1] * d[2];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double SetInALoopOverKeys(double a, double b)
    {
        var d = new Dictionary<int, double>
        {
            [1] = a,
            [2] = b
        };
        foreach (int leg in d.Keys)
            d[leg] = b;
        return d[1] * d[2];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double ChangedByPairs(double a, double b)
    {
        var d = new Dictionary<int, double>
        {
            [1] = a,
            [2] = b
        };
        foreach (var p in d)
        {
            d[p.Key] = p.Value * p.Value;
            d[p.Key] += p.Value;
        }

        return d[1] * d[2];
    }
}
