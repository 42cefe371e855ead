// expect: refused
// expect-id: DIFF0103 at: IList<double> l
// expect-id: DIFF0103 at: ((IEnumerable<double>)d).GetEnumerator()
// expect-id: DIFF0103 at: ((ICollection<double>)d).CopyTo(t, 0)
// expect-id: DIFF0101 at: d
// expect-id: DIFF0101 at: (Array)d
// expect-id: DIFF0101 at: (IList)d
// expect-id: DIFF0103 at: IConvertible y
// expect-id: DIFF0103 at: Vec.Twice(a)
// an array that is read or changed under the name of an interface, of Array or of object, where no derivative follows
using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class DisguisedArrays
{
    public class Vec
    {
        public readonly double[] V;

        public Vec(double[] x) => V = x;

        public Vec(IEnumerable<double> x) => V = x.Distinct().ToArray();

        public static Vec Twice(Vec a) => new(a.V.Select(x => 2 * x));
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double ByAPattern(double[] d)
    {
        if (d is IList<double> l) return l[0] * d[1];
        return 0;
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double ByAnEnumerator(double[] d)
    {
        IEnumerator<double> e = ((IEnumerable<double>)d).GetEnumerator();
        e.MoveNext();
        return e.Current * d[1];
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double Copied(double[] d)
    {
        var t = new double[3];
        ((ICollection<double>)d).CopyTo(t, 0);
        return t[0] * d[1];
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double Reversed(double[] d)
    {
        Array a = d;
        Array.Reverse(a);
        return d[0] + d[1] * d[0];
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double Enumerated(double[] d)
    {
        double s = 0;
        foreach (double x in (Array)d) s += x;
        return s * d[0];
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double Cleared(double[] d)
    {
        ((IList)d).Clear();
        return d[0] + 2 * d[1];
    }

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double Boxed(double[] d) => d[0] is IConvertible y ? y.ToDouble(null) : 0;

    [Differentiable]
    [At(new double[] { 2, 3, 5 })]
    public static double InAHelper(double[] d)
    {
        var a = new Vec(d);
        return Vec.Twice(a).V[0] * d[1];
    }
}
