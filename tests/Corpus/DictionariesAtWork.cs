using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

public static partial class DictionariesAtWork
{
    static void AddTo(Dictionary<string, double> d, string k, double v)
    {
        if (!d.TryAdd(k, v))
            d[k] += v;
    }

    static Dictionary<string, double> Make(double a, double b) => new Dictionary<string, double>
    {
        ["a"] = a,
        ["b"] = b
    };
    static double Total(Dictionary<string, double> d)
    {
        double r = 0;
        foreach (var p in d)
            r += p.Value * p.Key.Length;
        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Helpers(double a, double b)
    {
        var d = Make(a, b);
        var e = d;
        AddTo(d, "ccc", a * b);
        AddTo(e, "ccc", b);
        AddTo(e, "b", a);
        Action<string> doubled = k => d[k] *= 2;
        doubled("a");
        doubled("ccc");
        double Local(string k) => e.TryGetValue(k, out var v) ? v : -1;
        return Total(e) * d.Count + Local("a") * Local("zz") + d["a"]++ + --e["b"] + (d["a"] = b * b) + d["a"];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Order(double a, double b)
    {
        var d = Make(a, b);
        int i = 0;
        string Key()
        {
            i++;
            return i % 2 == 0 ? "a" : "b";
        }

        d[Key()] += d[Key()] * (d["a"] = 5 * b);
        double r = d["a"] * (d["a"] = a * a) + d["a"];
        d["c"] = d["a"] + (d.Remove("a") ? d.Count : 100) + d.GetValueOrDefault("a", b);
        return r + d["c"] * d["b"] * i;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Remade(double a, double b)
    {
        double r = 0;
        Dictionary<int, double> d = new Dictionary<int, double>();
        for (int i = 0; i < 4; i++)
        {
            if (i % 2 == 0)
                d = new Dictionary<int, double>(i);
            for (int j = 0; j < 3 * i; j++)
                d[j * j % 5] = d.GetValueOrDefault(j, a) * b + r * 0.1;
            d.Remove(i);
            foreach (double v in d.Values)
                r = r * 0.9 + v * v * 0.1;
        }

        return r + d.Count;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [At(2.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Early(double a, double b)
    {
        var d = new Dictionary<int, double>();
        try
        {
            for (int i = 0; i < 6; i++)
            {
                d[i] = a * i;
                if (d[i] > 3)
                    return d[i] * d[i - 1] * b;
                foreach (var(k, v)in d)
                    if (v * k > 2)
                        return v * b;
            }
        }
        finally
        {
            d.Clear();
        }

        return d.Count * a;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double KeysCopied(double a, double b)
    {
        var d = Make(a, b);
        foreach (string k in d.Keys.ToList())
            d[k + k] = d[k] * d[k];
        foreach (string k in d.Keys.ToArray())
            if (k.Length == 1)
                d.Remove(k);
        return d["aa"] * 2 + d["bb"] * 3 + d.Count;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double NestedLoops(double a, double b)
    {
        var d = Make(a, b);
        double r = 0;
        foreach (var(k, v)in d)
            foreach (var(l, w)in d)
            {
                r += v * w * (k == l ? 2 : 1);
                d[l] = w * 1.1;
            }

        foreach (var(k, v)in d)
        {
            d[k] = v * v;
            r += v + d[k];
        }

        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double OtherKeyInLoop(double a, double b)
    {
        var d = Make(a, b);
        var e = Make(b, a);
        foreach (var(k, v)in e)
            d[k] = v * v;
        foreach (var(k, v)in e)
        {
            d[k + "x"] = v;
        }

        return Total(d);
    }

    sealed class Model
    {
        private readonly Dictionary<string, double> state = new Dictionary<string, double>();
        public Dictionary<string, double> Rates { get; } = new()
        {
            ["k"] = 2
        };

        public double this[string name] { get => state.GetValueOrDefault(name); set => state[name] = value; }

        public void Step(double h)
        {
            foreach (string n in state.Keys)
                state[n] += h * Rates["k"] * state[n];
        }

        public double Sum()
        {
            double r = 0;
            foreach (double v in state.Values)
                r += v;
            return r;
        }
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Nested(double a, double b)
    {
        var m = new Model();
        m["x"] = a;
        m["y"] = b;
        m.Rates["k"] *= a;
        for (int i = 0; i < 5; i++)
            m.Step(0.1);
        m["x"] += m["z"];
        return m.Sum() * m["x"];
    }

    static readonly Dictionary<string, double> Table = new()
    {
        ["x"] = 2,
        ["y"] = 3
    };
    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double OfATable(double a, double b)
    {
        var d = new Dictionary<string, double>();
        foreach (var(k, v)in Table)
            d[k] = v * a;
        return d["x"] * d["y"] * b * Table.Count;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Beside(double a, double b)
    {
        var d = new Dictionary<string, double>
        {
            ["x"] = a,
            ["y"] = b
        };
        return d["x"] * Table["y"];
    }

    static double Pick(IReadOnlyCollection<double> c) => 2;
    static double Pick(IEnumerable<double> c) => 3;
    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double AsACollection(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        return s.Pop() * Pick(s);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double KeysUnderAName(double a, double b)
    {
        var s = new Dictionary<string, double>
        {
            ["x"] = a,
            ["y"] = b
        };
        var ks = s.Keys;
        s["z"] = a * b;
        double r = 0;
        foreach (string k in ks)
            r = r * 0.5 + s[k];
        return r + ks.Count + ks.Count();
    }

    [Differentiable]
    [At(0.7, 1.2, Throws = typeof(InvalidOperationException))]
    [Allocates("the dictionary")]
    public static double ThrowsAdded(double a, double b)
    {
        var s = new Dictionary<string, double>
        {
            ["x"] = a,
            ["y"] = b
        };
        foreach (string k in s.Keys)
            s[k + "z"] = s[k];
        return s["xz"];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double RemovedInKeys(double a, double b)
    {
        var s = new Dictionary<string, double>
        {
            ["x"] = a,
            ["y"] = b,
            ["z"] = a * b
        };
        double r = 0;
        foreach (string k in s.Keys)
        {
            r = r * 0.5 + s[k];
            if (k == "x")
                s.Remove("y");
        }

        return r + s.Count;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double AddedLastInKeys(double a, double b)
    {
        var s = new Dictionary<string, double>
        {
            ["x"] = a,
            ["y"] = b
        };
        foreach (string k in s.Keys)
        {
            if (k == "y")
            {
                s["q"] = a * s[k];
                break;
            }
        }

        return s["q"];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double TextOfKeys(double a, double b)
    {
        var s = new Dictionary<string, double>
        {
            ["x"] = a,
            ["yy"] = b
        };
        string all = string.Join(",", s.Keys);
        s.Remove("x");
        return s["yy"] * all.Length * s.Keys.Max(k => k.Length) + s.Keys.OrderBy(k => k).First().Length * a + (s.Keys.Contains("x") ? 1 : 2);
    }

    public class Kept
    {
        public double X;
        public Dictionary<string, double> Map = new();
    }

    [Differentiable]
    [At(1.5)]
    [Allocates("the dictionary")]
    public static double Mapped(double x)
    {
        var kept = new Kept { X = x };
        kept.Map["a"] = x;
        return kept.X * kept.Map["a"];
    }
}
