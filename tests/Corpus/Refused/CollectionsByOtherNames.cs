// expect: refused
// expect-id: DIFF0103 at: s.Push(a)
// expect-id: DIFF0103 at: new Dictionary<string, double> { ["x"] = a }
// expect-id: DIFF0103 at: new Dictionary<string, double> { ["x"] = a }
// expect-id: DIFF0103 at: s.Push(a)
// expect-id: DIFF0101 at: s
// expect-id: DIFF0103 at: s.Push(a)
// expect-id: DIFF0101 at: s
// expect-id: DIFF0101 at: s
// expect-id: DIFF0101 at: s
// expect-id: DIFF0103 at: s.Push(a)
// expect-id: DIFF0103 at: new Dictionary<string, double> { ["x"] = a }
// expect-id: DIFF0102 at: e = s.GetEnumerator()
// collections under the names of other interfaces, in overloads and tests of types: those that stand in their place have fewer
using System.Collections;
using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class CollectionsByOtherNames
{
    static double Pick2(ICollection c) => 2;
    static double Pick2(object c) => 3;
    static double PickD(IReadOnlyDictionary<string, double> c) => 2;
    static double PickD(IEnumerable<KeyValuePair<string, double>> c) => 3;
    static double PickK(IReadOnlyCollection<string> c) => 2;
    static double PickK(IEnumerable<string> c) => 3;
    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double B(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        return s.Pop() * Pick2(s);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double C(double a, double b)
    {
        var s = new Dictionary<string, double>
        {
            ["x"] = a
        };
        return s["x"] * PickD(s);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double D(double a, double b)
    {
        var s = new Dictionary<string, double>
        {
            ["x"] = a
        };
        return s["x"] * PickK(s.Keys);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double E(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        return s.Pop() * (s is ICollection ? 2 : 3);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double F(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        object o = s;
        return s.Pop() * (o is ICollection ? 2 : 3);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double G(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        IEnumerable<double> o = s;
        return s.Pop() * (o is ICollection ? 2 : 3) * (o as Stack<double>)!.Count;
    }

    static double InHelper(Stack<double> s) => s.Pop() * Pick2(s);
    static double InHelper2(Stack<double> s)
    {
        s.TrimExcess();
        return s.Pop();
    }

    static double InHelper3(IEnumerable<double> s) => s is ICollection ? 2 : 3;
    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double H(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        return InHelper(s);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double I(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        return InHelper2(s);
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double J(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        return InHelper3(s) * s.Pop();
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double K(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        return s switch
        {
            ICollection => 2,
            _ => 3
        } * s.Pop();
    }

    sealed class Holder
    {
        public double V;
        public Holder(IReadOnlyDictionary<string, double> d)
        {
            V = 2;
        }

        public Holder(IEnumerable<KeyValuePair<string, double>> d)
        {
            V = 3;
        }
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double L(double a, double b)
    {
        var s = new Dictionary<string, double>
        {
            ["x"] = a
        };
        return new Holder(s).V * s["x"];
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the stack")]
    public static double O(double a, double b)
    {
        var s = new Stack<double>();
        s.Push(a);
        s.Push(b);
        using var e = s.GetEnumerator();
        e.MoveNext();
        return e.Current;
    }
}
