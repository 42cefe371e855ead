// expect: refused
// expect-id: DIFF0101 at: d.Remove(k)
// expect-id: DIFF0101 at: d[k]
// expect-id: DIFF0101 at: d[old]
// expect-id: DIFF0104 at: d["c"]
// expect-id: DIFF0101 at: d
// expect-id: DIFF0101 at: d
// expect-id: DIFF0104 at: d["x"][0]
// expect-id: DIFF0104 at: d["y"][1]
// expect-id: DIFF0104 at: d["x"]
// expect-id: DIFF0103 at: new Dictionary<double, double> { [a] = b }
// expect-id: DIFF0103 at: d[a]
// expect-id: DIFF0104 at: d[k]
// expect-id: DIFF0103 at: new[] { ("x", a), ("y", b) }.ToDictionary(p => p.Item1, p => p.Item2)
// expect-id: DIFF0104 at: d["x"]
// expect-id: DIFF0103 at: new SortedDictionary<string, double> { ["x"] = a }
// expect-id: DIFF0101 at: d["z"]
// expect-id: DIFF0101 at: d
// expect-id: DIFF0101 at: (i, j)
// a dictionary that is changed in a loop over it, with keys that depend on parameters, of lists, from outside or under the name of an interface; other collections
using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class DictionariesOfOtherUses
{
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
    public static double BreakAfterChange(double a, double b)
    {
        var d = Make(a, b);
        foreach (var(k, v)in d)
            if (v > 0.8)
            {
                d.Remove(k);
                break;
            }

        return d["a"];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double WrongKeyInLoop(double a, double b)
    {
        var d = Make(a, b);
        var e = Make(b, a);
        foreach (var(k, v)in e)
            foreach (var(l, w)in d)
                d[k] = v * w;
        return Total(d);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double OldKeyInLoop(double a, double b)
    {
        var d = Make(a, b);
        Func<string, double> set = k => d[k] = 3 * b;
        double r = 0;
        foreach (var(k, v)in d)
        {
            string old = k;
            r += v;
            d[old] = r;
        }

        return Total(d) + set("q");
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double ValuesUnderAName(double a, double b)
    {
        var d = Make(a, b);
        var v = d.Values;
        d["c"] = a;
        return v.Sum() + d.Values.Count;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double PairKept(double a, double b)
    {
        var d = Make(a, b);
        var p = d.First();
        d["a"] = 100;
        var q = d.Last(x => x.Value > 0);
        return p.Value * p.Key.Length + q.Value;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double KeysOrdered(double a, double b)
    {
        var d = new Dictionary<string, double>
        {
            ["z"] = a,
            ["b"] = b,
            ["m"] = a * b
        };
        double r = 0;
        foreach (string k in d.Keys.OrderBy(k => k))
            r = r * 0.5 + d[k];
        foreach (var(k, v)in d.OrderBy(p => p.Key))
            r = r * 0.5 + v;
        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Dictionaries(double a, double b)
    {
        var d = new Dictionary<string, double[]>
        {
            ["x"] = new[]
            {
                a,
                b
            }
        };
        d["x"][0] *= b;
        d["y"] = d["x"];
        d["y"][1] += a;
        return d["x"][0] * d["x"][1];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Lists(double a, double b)
    {
        var d = new Dictionary<string, List<double>>();
        d["x"] = new List<double>
        {
            a
        };
        d["x"].Add(b);
        return d["x"].Sum();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double ActiveKeys(double a, double b)
    {
        var d = new Dictionary<double, double>
        {
            [a] = b
        };
        return d[a] * d.Keys.First();
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
        var d = new Dictionary<string, double>(Table);
        foreach (var(k, v)in Table)
            d[k] = v * a;
        return d["x"] * d["y"] * b;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double ToDictionary(double a, double b)
    {
        var d = new[]
        {
            ("x", a),
            ("y", b)
        }.ToDictionary(p => p.Item1, p => p.Item2);
        return d["x"] * d["y"];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Interface(double a, double b)
    {
        IDictionary<string, double> d = new Dictionary<string, double>();
        d["x"] = a;
        return d["x"] * b;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Sorted(double a, double b)
    {
        var d = new SortedDictionary<string, double>
        {
            ["x"] = a
        };
        return d["x"] * b;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double Changed(double a, double b)
    {
        var d = new Dictionary<string, double>
        {
            ["x"] = a,
            ["y"] = b
        };
        double r = 0;
        foreach (var(k, v)in d)
        {
            r += v;
            d["z"] = r;
        }

        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the dictionary")]
    public static double TupleKeys(double a, double b)
    {
        var d = new Dictionary<(int, int), double>();
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 3; j++)
                d[(i, j)] = a * i + b * j;
        d[(1, 1)] *= d[(2, 1)];
        double r = 0;
        foreach (var((i, j), v)in d)
            r += v * (i + 2 * j);
        foreach (var(k, v)in d)
            r += v * (k.Item1 + 2 * k.Item2);
        return r + d.GetValueOrDefault((5, 5), a);
    }
}
