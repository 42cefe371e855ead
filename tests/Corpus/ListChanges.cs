using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Lists that are made of other sequences, and change in the middle and at the end.</summary>
public static partial class ListChanges
{
    public record struct Knot(double At, double Height);

    [Differentiable]
    [At(new double[] { 1, 2, 3 })]
    [At(new double[] { 1, 2, 3, 4, 5, 6 })]
    public static double OfAnArray(double[] x)
    {
        var list = new List<double>(x);
        list.Add(x[0] * x[1]);
        double s = 1;
        foreach (double v in list) s = s * v + v;
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3, 4, 5, 7, 8 })]
    public static double OfQueries(double[] x)
    {
        var squares = new List<double>(x.Select(v => v * v));
        var positive = new List<double>(x.Where(v => v > 0)) { x[1] };
        List<double> again = squares.Where(v => v > 5).ToList();
        again.RemoveAt(again.Count - 1);
        squares[0] *= 2;
        return squares.Sum() * positive.Sum(v => v * v) + again.Sum(v => v * x[0]);
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3, 4 }, 2.0)]
    [At(new double[] { }, 2.0)]
    public static double Spread(double[] x, double y)
    {
        List<double> list = [.. x, y, .. x, y * y];
        ReadOnlySpan<double> all = x;
        List<double> rest = [.. all, .. list];
        rest.RemoveAt(0);
        list.Add(y);
        double[] both = [.. rest, .. list];
        IEnumerable<double> squares = x.Select(v => v * v);
        List<double> twice = [.. squares, .. squares, y];
        return list.Sum(v => v * v) * rest[^1] + both.Sum(v => v * v * v) + twice.Select((v, k) => v * v * k).Sum();
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3, 4, 5, 7, 8 }, 2)]
    [At(new double[] { 1, -2, 3 }, 0)]
    [At(new double[] { 1, -2, 3 }, 3, Throws = typeof(ArgumentOutOfRangeException))]
    [At(new double[] { 1, -2, 3 }, -1, Throws = typeof(ArgumentOutOfRangeException))]
    public static double RemoveAt(double[] x, int i)
    {
        var list = new List<double>(x);
        double s = list[0] * list[1];
        list[0] *= s;
        list.RemoveAt(i);
        list[i % list.Count] += list[0] * s;
        return list.Sum(v => v * v) * s;
    }

    [Differentiable]
    [At(2.0, 2)]
    [At(2.0, 3, Throws = typeof(ArgumentOutOfRangeException))]
    public static double RemoveTheLast(double x, int n)
    {
        var list = new List<double> { x, x * x };
        double s = 1;
        for (int i = 0; i < n; i++)
        {
            if (list.Count > 0) s = s * list[^1] + list[list.Count - 1];
            list.RemoveAt(list.Count - 1);
        }
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3, 4, 5, 7, 8 }, 2)]
    [At(new double[] { 1, -2, 3, 4 }, 0)]
    [At(new double[] { 1, -2, 3 }, 3)]
    [At(new double[] { 1, -2, 3 }, 4, Throws = typeof(ArgumentOutOfRangeException))]
    [At(new double[] { 1, -2, 3 }, -1, Throws = typeof(ArgumentOutOfRangeException))]
    public static double Insert(double[] x, int i)
    {
        var list = new List<double>(x);
        double s = list[0] * list[1];
        list.Insert(i, s * list[2]);
        list[1] *= s;
        list.Insert(0, list[i]);
        return list.Select((v, k) => v * v * (k + 1)).Sum() * s;
    }

    [Differentiable]
    [At(3.0, 0.3)]
    public static double IndicesWithEffects(double x, double w)
    {
        List<double> list = [x, w, x * w];
        int i = 0;
        list.Insert(i++, list[i] * w);
        list.RemoveAt(i++);
        list.Insert(i, (i = 2) * x);
        return list.Select((v, k) => v * v * (k + 1)).Sum() + i;
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3, 4, 5 }, 2.0)]
    [At(new double[] { }, 2.0)]
    public static double AddRange(double[] x, double y)
    {
        var list = new List<double> { y };
        list.AddRange(x);
        list.AddRange(x.Select(v => v * y));
        list.AddRange(x.Where(v => v > 3.5));
        list.AddRange(list);
        return list.Select((v, k) => v * v * (k + 1)).Sum();
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3, 4, 5, 7, 8 }, 2, 3)]
    [At(new double[] { 1, 2, 3 }, 0, 2)]
    [At(new double[] { 1, 2, 3 }, 1, 0)]
    [At(new double[] { 1, 2, 3 }, 2, 2, Throws = typeof(ArgumentException))]
    [At(new double[] { 1, 2, 3 }, -1, 2, Throws = typeof(ArgumentOutOfRangeException))]
    [At(new double[] { 1, 2, 3 }, 1, -1, Throws = typeof(ArgumentOutOfRangeException))]
    public static double RemoveRange(double[] x, int i, int n)
    {
        var list = new List<double>(x);
        double s = list[0] * list[1];
        list[1] *= s;
        list.RemoveRange(i, n);
        list.Add(list[0] * s);
        return list.Select((v, k) => v * v * (k + 1)).Sum() * s;
    }

    // Reverse Polish notation.
    [Differentiable]
    [At(1.3, 0.7, "xy+x*yx-xx**")]
    [At(1.3, 0.7, "x")]
    [At(1.3, 0.7, "x+", Throws = typeof(ArgumentOutOfRangeException))]
    public static double AsAStack(double x, double y, string code)
    {
        var stack = new List<double>();
        foreach (char c in code)
        {
            if (c is 'x' or 'y')
            {
                stack.Add(c == 'x' ? x : y);
                continue;
            }
            double b = stack[^1];
            stack.RemoveAt(stack.Count - 1);
            double a = stack[^1];
            stack.RemoveAt(stack.Count - 1);
            stack.Add(c switch { '+' => a + b, '-' => a - b, _ => a * b });
        }
        double product = 1;
        foreach (double v in stack) product *= v;
        return product;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5, 6 }, 0.3, 3)]
    public static double Window(double[] x, double w, int n)
    {
        var last = new List<double>();
        double s = 0;
        foreach (double v in x)
        {
            last.Add(v * w);
            if (last.Count > n) last.RemoveAt(0);
            s += last.Sum() * last[0] + s * w;
            last[last.Count / 2] *= v;
        }
        return s;
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2, 5, -4, 6 }, 0.3)]
    public static double InsertedInOrder(double[] x, double w)
    {
        var sorted = new List<double>();
        foreach (double v in x)
        {
            int i = 0;
            while (i < sorted.Count && sorted[i] < v) i++;
            sorted.Insert(i, v * (1 + w * w * 0.01));
        }
        double s = 0;
        for (int i = 0; i < sorted.Count; i++) s += sorted[i] * sorted[i] * (i + 1);
        return s;
    }

    [Differentiable]
    [At(new double[] { 3, -1, 2, -5, -4, 6 }, 0.3)]
    public static double RemovedByIndex(double[] x, double w)
    {
        var list = new List<double>(x);
        for (int i = 0; i < list.Count; i++)
            if (list[i] * w < 0) list.RemoveAt(i--);
        double s = 0;
        for (int i = 0; i < list.Count; i++)
        {
            s = s * list[i] + list[i] * w;
            list.RemoveAt(i);
        }
        return s + list.Sum();
    }

    [Differentiable]
    [At(new double[] { 3, -1, 2, -5, -4, 6 }, 0.3)]
    public static double Merged(double[] x, double w)
    {
        var list = new List<double>(x);
        while (list.Count > 1)
        {
            (double a, double b) = (list[0], list[1]);
            list.RemoveRange(0, 2);
            list.Add(a * b * w + a);
        }
        return list[0];
    }

    [Differentiable]
    [At(new double[] { 3, -1, 2, -5 }, 0.3)]
    public static double ClearedInALoop(double[] x, double w)
    {
        var list = new List<double>(x);
        double s = w;
        for (int i = 0; i < 3; i++)
        {
            s += list.Sum() * s * 0.1;
            list.Clear();
            list.AddRange(x.Select(v => v * s * 0.1));
            list.Insert(1, s);
        }
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3, 4 })]
    public static double QueriesAreLazy(double[] x)
    {
        var list = new List<double>(x);
        IEnumerable<double> first = list.Take(3), rest = list.Skip(1).Select(v => v * v), products = list.Zip(x, (a, b) => a * b);
        list.RemoveRange(1, 2);
        list[0] *= 2;
        return first.Sum(v => v * v) * first.Count() + rest.Sum() * products.Sum();
    }

    [Differentiable]
    [At(new double[] { 1, -2, 3 })]
    public static double Nested(double[] x)
    {
        double s = 0;
        foreach (double v in x)
        {
            var list = new List<double>(x) { v };
            list.Insert(0, v * v);
            while (list.Count > 2)
            {
                s += list[^1] * list[0] * s + list[1];
                list.RemoveAt(list.Count / 2);
            }
        }
        return s;
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2 }, 0.3)]
    [Allocates("an array of structs")]
    public static double OfRecords(double[] x, double w)
    {
        var knots = new List<Knot>(x.Select((v, i) => new Knot(v * w, i + w)));
        knots.Insert(1, new Knot(w, x[0]));
        knots.RemoveAt(0);
        knots.Add(knots[0]);
        knots.RemoveAt(1);
        double s = 0;
        foreach (Knot knot in knots) s += knot.At * knot.Height;
        return s + knots[^1].At;
    }

    [Differentiable]
    [At(3f, 0.3f)]
    public static float SinglePrecision(float x, float w)
    {
        var list = new List<float>(new[] { x, w, x * w });
        list.Insert(1, w);
        list.RemoveAt(0);
        list.AddRange(new[] { x, x });
        return list.Sum() * list[1];
    }

    /// <summary>Queries that begin with something, sorting above all, into lists; and lists that are sorted and searched where they shrink.</summary>
    [Differentiable]
    [At(new double[] { 3, -1, 2.5, 0.5 }, 1.7)]
    public static double OfSortedQueries(double[] a, double x)
    {
        var list = new List<double>(a.OrderBy(v => v * v));
        list.AddRange(a.Take(2).Select(v => v * x));
        list.AddRange(a.OrderDescending().Skip(1));
        List<double> spread = [.. list.Order(), x];
        spread.RemoveAt(1);
        spread.Sort();
        spread.Insert(spread.IndexOf(x), x * x);
        spread.Reverse();
        double sum = 0;
        for (int i = 0; i < spread.Count; i++) sum = sum * 0.7 + spread[i] * spread[i] * (i + 1);
        return sum;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double InAFunction(double x, double y)
    {
        static double Polynomial(double t, double c)
        {
            var terms = new List<double> { t, c * t };
            terms.Add(t * t);
            for (int i = 0; i < 3; i++) terms.Add(terms[^1] * c);
            double sum = 0;
            foreach (double term in terms) sum += term;
            return sum * terms.Count;
        }
        return Polynomial(x, y) + Polynomial(y, x * x);
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double InALambda(double x, double y)
    {
        Func<double, double> f = t =>
        {
            var terms = new List<double> { t, y * t };
            terms.Add(t * t);
            return terms.Sum() * terms.Where(v => v > 1).Count();
        };
        return f(x) * f(y);
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double InALoopOfAFunction(double x, double y)
    {
        double Local(double t)
        {
            double s = 0;
            for (int i = 0; i < 3; i++)
            {
                var l = new List<double>();
                for (int j = 0; j <= i; j++) l.Add(t * j + s);
                s += l.Max() * y;
            }
            return s;
        }
        return Local(x) + Local(y);
    }

    public struct Turned
    {
        public double X, Y;

        public static implicit operator Turned(Doubled v) => new() { X = v.Y, Y = v.X * v.X };

        public static implicit operator Turned(double v) => new() { X = v, Y = v * v };
    }

    public struct Doubled
    {
        public double X, Y;

        public static implicit operator double(Doubled v) => v.X * 2;
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double OfConvertedStructs(double x)
    {
        var l = new List<Turned>();
        l.Add(new Doubled { X = x, Y = 3 });
        l.Insert(0, new Doubled { X = x * x, Y = 2 });
        l.Add(x);
        return l[0].X * l[1].Y + l[0].Y + l[2].Y;
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double OfConvertedComplexNumbers(double x)
    {
        var l = new List<Complex>();
        l.Add(x);
        l.Insert(0, x * x);
        return (l[0] * l[1]).Real;
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double OfConvertedNumbers(double x)
    {
        var l = new List<Complex> { x, 2 };
        return (l[0] * l[1]).Real;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfNumbersOutOfStructs(double x)
    {
        var l = new List<double>();
        l.Add(new Doubled { X = x });
        l.Add(3);
        l.AddRange(new[] { x, 2 });
        return l[0] * l[1] * l[2];
    }
}
