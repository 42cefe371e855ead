using AutoDiff;

namespace Corpus;

/// <summary>Members that hold no object, and code that asks for it.</summary>
public static partial class AbsentObjects
{
    public sealed class Pid
    {
        public double Kp, Sum;

        public double Step(double e)
        {
            Sum += e;
            return Kp * e;
        }
    }

    public sealed class Owner
    {
        public Pid? P;
        public double K;

        public double Run(double x) => P == null ? x * K : P.Step(x);

        public double Run2(double x) => (P?.Step(x) ?? 2) * K;
    }

    public sealed record Record(double K, Pid? P);

    public sealed class Array
    {
        public double[]? P;
        public double K;

        public double Run(double x) => P == null ? x * K : P[0];
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double AskedInMethod(double k, double x)
    {
        var t = new Owner { K = k };
        return t.Run(x);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double AskedByOperator(double k, double x)
    {
        var t = new Owner { K = k };
        return t.Run2(x);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double OfRecord(double k, double x)
    {
        var t = new Record(k, null);
        return t.P is null ? x * k : t.P.Step(k);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double AskedByPattern(double k, double x)
    {
        var t = new Owner { K = k };
        return t.P is { } p ? p.Step(x) : k * x;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double OfArray(double k, double x)
    {
        var t = new Array { K = k };
        return t.Run(x);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double Local(double k, double x)
    {
        Pid? p = null;
        return p == null ? k * x : p.Step(x);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double DefaultLocal(double k, double x)
    {
        Owner t = default!;
        return t is null ? k * x : x;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double InTuple(double k, double x)
    {
        (Pid? P, double X) t = (null, x);
        return t.P is null ? k * t.X : t.P.Kp;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double InDefaultTuple(double k, double x)
    {
        (Pid? P, double X) t = default;
        return t.P is null ? k * x : t.P.Kp;
    }
}
