using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary><c>foreach</c> over what is neither an array nor a span: its elements are constants.</summary>
public static partial class ForeachCollections
{
    [Differentiable]
    [At(1.3, "a1b22")]
    [At(1.3, "")]
    public static double OverAString(double x, string text)
    {
        double s = x;
        foreach (char c in text)
        {
            if (char.IsDigit(c)) s = s * x + (c - '0');
            else s += Math.Sin(s);
        }

        return s;
    }

    [Differentiable]
    [At(1.3, "ab;cd")]
    [At(1.3, "abcd")]
    public static double StringWithBreak(double x, string text)
    {
        double s = 1;
        foreach (char c in text)
        {
            if (c == ';') break;
            if (c == 'b') continue;
            s *= x * (c - 'a' + 1);
        }

        return s;
    }

    [Differentiable]
    [Allocates("a list")]
    [At(1.3, 5)]
    [At(1.3, 0)]
    public static double OverAList(double x, int n)
    {
        var powers = new List<int>();
        for (int i = 0; i < n; i++) powers.Add(i * i % 4);
        double s = x;
        foreach (int p in powers) s += Math.Pow(x, p) * s;
        return s;
    }

    [Differentiable]
    [Allocates("an enumerator")]
    [At(1.3, 6)]
    public static double OverARange(double x, int n)
    {
        double s = 1;
        foreach (int k in Enumerable.Range(1, n))
        {
            if (k == 5) return s * x;
            s = s * x / k + 1;
        }

        return s;
    }

    [Differentiable]
    [Allocates("a dictionary")]
    [At(1.3)]
    public static double OverADictionary(double x)
    {
        var weights = new Dictionary<string, int> { ["a"] = 2, ["b"] = 3 };
        double s = 1;
        foreach (KeyValuePair<string, int> pair in weights) s = s * x + pair.Value;
        foreach (var (name, weight) in weights) s += Math.Pow(x, weight) * name.Length;
        return s;
    }

    [Differentiable]
    [Allocates("an iterator")]
    [At(1.3, 4)]
    public static double OverAnIterator(double x, int n)
    {
        double s = x;
        foreach (int k in Odd(n)) s *= 1 + x * k;
        return s;
    }

    [Differentiable]
    [Allocates("an array")]
    [At(1.3)]
    public static double OverTuples(double x)
    {
        (int Power, double Weight)[] terms = [(1, 0.5), (3, 0.25)];
        double s = 0;
        foreach ((int power, double weight) in terms) s += Math.Pow(x, power) * weight;
        return s * x;
    }

    [Differentiable]
    [Allocates("a set")]
    [At(1.3)]
    public static double Nested(double x)
    {
        var rows = new List<int[]> { new[] { 1, 2 }, new[] { 3 } };
        var set = new HashSet<int> { 2, 3 };
        double s = x;
        foreach (int[] row in rows)
            foreach (int k in row)
                if (set.Contains(k)) s = s * s / k + x;
        return s;
    }

    private static IEnumerable<int> Odd(int n)
    {
        for (int i = 0; i < n; i++) yield return 2 * i + 1;
    }

    [Differentiable]
    [Allocates("a list")]
    [At(0.4, 3)]
    public static double ListAndIndex(double x, int n)
    {
        var list = new List<int> { 1, 2, n };
        double s = 0;
        for (int i = 0; i < list.Count; i++) s += Math.Pow(x, list[i]);
        foreach (int k in list.Where(v => v > 1 && v <= n)) s += k * x;
        return s;
    }
}
