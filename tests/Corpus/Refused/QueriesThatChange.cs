// expect: refused
// expect-id: DIFF0103 at: a.Select(v => v * x)
// expect-id: DIFF0103 at: a.Select(v => v * x)
// expect-id: DIFF0104 at: SpanOverMovedArrays
// a query is enumerated when the method asks for it: what it speaks of has changed by then
using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class QueriesThatChange
{
    private static double Twice(IEnumerable<double> q, double[] a)
    {
        double s = 0;
        foreach (double v in q) s += v * v;
        a[0] = s;
        foreach (double v in q) s += v;
        return s;
    }

    private static double Times(IEnumerable<double> q, double k) => q.Sum() * k;

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    public static double InTheMethod(double[] a, double x) => Twice(a.Select(v => v * x), a);

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 }, 0.7)]
    public static double InALaterArgument(double[] a, double x) => Times(a.Select(v => v * x), x = 4) * x;

    public struct Rows
    {
        public double[] V;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 3 }, 0.7)]
    public static double SpanOverMovedArrays(double[] d, double x)
    {
        var q = new Rows[2];
        for (int i = 0; i < 2; i++) q[i] = new Rows { V = new[] { d[i], d[i + 2] } };
        q[0] = q[1];
        Span<Rows> s = q;
        s[0].V[0] *= x;
        return q[0].V[0] * q[1].V[1];
    }
}
