using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Arrays of structs with arrays in them, and objects whose arrays come later: the reverse sweep finds the array that stood there.</summary>
public static partial class ArraysInStructs
{
    public struct Q
    {
        public double[] D;
    }

    public readonly record struct R(double[] D, double W);

    public struct G<T>
    {
        public T A;
        public double B;
    }

    public struct P
    {
        public double X, Y;
    }

    private sealed class Listed
    {
        public P[] S;

        public Listed(double x) => S = [new P { X = x }];
    }

    private sealed class Table
    {
        public P[,] S;

        public Table(double x) => S = new P[,] { { new P { X = x } } };
    }

    private sealed class Fit
    {
        public double[]? C;
    }

    private sealed class Cubic
    {
        private readonly double[] _c;

        public Cubic(double[] c)
        {
            _c = c;
            I = Make();
        }

        public double[] I { get; }

        private double[] Make()
        {
            var r = new double[_c.Length];
            r[0] = _c[0] * _c[1];
            return r;
        }
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 3 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double Replaced(double[] d, double x)
    {
        var q = new Q[2];
        for (int i = 0; i < 2; i++) q[i] = new Q { D = new[] { d[i], d[i + 2] } };
        q[1].D[1] *= x;
        q[1] = q[0];
        return q[0].D[0] * q[0].D[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 3 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double Exchanged(double[] d, double x)
    {
        var q = new Q[2];
        for (int i = 0; i < 2; i++) q[i] = new Q { D = new[] { d[i], d[i + 2] } };
        q[1].D[1] *= x;
        var c = q[0];
        q[0] = q[1];
        q[1] = c;
        q[0].D[0] *= x;
        return q[0].D[0] * q[0].D[1] + q[1].D[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 3 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double MemberReplaced(double[] d, double x)
    {
        var q = new Q[2];
        for (int i = 0; i < 2; i++) q[i] = new Q { D = new[] { d[i], d[i + 2] } };
        q[1].D[1] *= x;
        q[1].D = q[0].D;
        q[1].D[0] *= x;
        return q[0].D[0] * q[1].D[1];
    }

    private static void Renew(ref Q a, double k)
    {
        a.D[0] *= k;
        a = new Q { D = [a.D[1], a.D[0]] };
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 3 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double RenewedByReference(double[] d, double x)
    {
        var q = new Q[2];
        for (int i = 0; i < 2; i++) q[i] = new Q { D = new[] { d[i], d[i + 2] } };
        for (int i = 0; i < 4; i++) Renew(ref q[i % 2], x);
        return q[0].D[0] * q[1].D[1] + q[0].D[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 3 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double RenewedWith(double[] d, double x)
    {
        var q = new R[2];
        for (int i = 0; i < 2; i++) q[i] = new R(new[] { d[i], d[i + 2] }, x);
        for (int i = 0; i < 3; i++)
        {
            q[i % 2].D[0] *= x;
            q[i % 2] = q[i % 2] with { D = [q[i % 2].D[1], q[i % 2].D[0] * q[i % 2].W] };
        }
        return q[0].D[0] * q[1].D[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 3 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double InTwoIndices(double[] d, double x)
    {
        var q = new Q[2, 1];
        for (int i = 0; i < 2; i++) q[i, 0] = new Q { D = new[] { d[i], d[i + 2] } };
        q[1, 0].D[1] *= x;
        q[1, 0] = q[0, 0];
        return q[1, 0].D[0] * q[0, 0].D[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 3 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double InAList(double[] d, double x)
    {
        var q = new List<Q>();
        for (int i = 0; i < 2; i++) q.Add(new Q { D = new[] { d[i], d[i + 2] } });
        q[1].D[1] *= x;
        q[1] = q[0];
        return q[1].D[0] * q[0].D[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 1.5 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double OfAGenericStruct(double[] d, double x)
    {
        var q = new G<double[]>[2];
        q[0].A = new[] { d[0], x };
        q[0].B = x;
        return q[0].A[1] * q[0].B * q[0].A[0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 1.5 }, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double OfTuples(double[] d, double x)
    {
        var q = Enumerable.Range(0, 2).Select(i => (I: i, V: new[] { d[i], x })).ToArray();
        return q[0].V[0] * q[1].V[1] * q[1].I;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double MadeInAConstructor(double x, double k)
    {
        var s = new Listed(x);
        return s.S[0].X * k;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    [Allocates("arrays of this kind are not pooled")]
    public static double WithTwoIndicesInAConstructor(double x, double k)
    {
        var s = new Table(x);
        return s.S[0, 0].X * k;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 1.5 })]
    public static double Given(double[] x)
    {
        var r = new Fit();
        r.C = new double[] { x[0] * x[1] };
        return r.C[0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 1.5 }, 0.7)]
    public static double MadeByAMethod(double[] c, double t)
    {
        var s = new Cubic(c);
        return s.I[0] * t;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, 1.5 })]
    public static double MayBeMissing(double[] x)
    {
        var r = new Fit();
        if (x[0] > 3) r.C = x;
        return r.C is null ? x[1] : r.C[0];
    }
}
