using System;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Objects from outside that calls change while the method runs: a member is what it was where the code read it.</summary>
public static partial class OutsideObjectsMeanwhile
{
    public class Options
    {
        public double Scale = 2;
        public Part? Part;
    }

    public class Part
    {
        public double Q = 3;
    }

    private static readonly Options Shared = new();
    private static Options? _now;
    private static void Reset()
    {
        Shared.Scale = 2;
        Shared.Part = null;
        _now = null;
    }

    private static int Bump()
    {
        Shared.Scale *= 2;
        Shared.Part = Shared.Part == null ? new Part
        {
            Q = 5
        }

        : null;
        return 1;
    }

    private static void Appear()
    {
        _now = _now == null ? new Options() : new Options
        {
            Scale = 5
        };
    }

    [Differentiable]
    [Allocates("objects, in the calls")]
    [At(1.3)]
    public static double ReadTwice(double x)
    {
        Reset();
        double k = Shared.Scale * x;
        Bump();
        return k * Shared.Scale * x;
    }

    [Differentiable]
    [Allocates("objects, in the calls")]
    [At(1.3)]
    public static double InALoop(double x)
    {
        Reset();
        double s = x;
        for (int i = 0; i < 3; i++)
        {
            s *= Shared.Scale;
            Bump();
            s *= x;
        }

        return s;
    }

    [Differentiable]
    [Allocates("objects, in the calls")]
    [At(1.3)]
    public static double InALambda(double x)
    {
        Reset();
        Func<double> f = () => Shared.Scale * x;
        double s = f();
        Bump();
        return s * f();
    }

    [Differentiable]
    [Allocates("objects, in the calls")]
    [At(1.3)]
    public static double InATuple(double x)
    {
        Reset();
        var t = (Shared.Scale, Bump(), Shared.Scale);
        return t.Item1 * x * t.Item3 * x;
    }

    [Differentiable]
    [Allocates("objects, in the calls")]
    [At(1.3)]
    public static double PartOfIt(double x)
    {
        Reset();
        double s = Shared.Part?.Q * x ?? x;
        Bump();
        s *= Shared.Part?.Q * x ?? x;
        Bump();
        return s * (Shared.Part == null ? x : 1);
    }

    [Differentiable]
    [Allocates("objects, in the calls")]
    [At(1.3)]
    public static double WhileMissing(double x)
    {
        Reset();
        while (_now == null)
        {
            Appear();
            x *= 3;
        }

        return x * x;
    }

    [Differentiable]
    [Allocates("objects, in the calls")]
    [At(1.3)]
    public static double WhileMissingOrSmall(double x)
    {
        Reset();
        while (_now == null || _now.Scale < 3)
        {
            Appear();
            x *= 3;
        }

        return x * x;
    }

    [Differentiable]
    [Allocates("objects, in the calls")]
    [At(1.3)]
    public static double DoWhileMissing(double x)
    {
        Reset();
        do
        {
            Appear();
            x *= 3;
        }
        while (_now is not { Scale: > 3 });
        return x * x;
    }

    [Differentiable]
    [Allocates("objects, in the calls")]
    [At(1.3)]
    public static double ForWhileMissing(double x)
    {
        Reset();
        for (int i = 1; _now is not { Scale: > 3 }; i++)
        {
            Appear();
            x *= i;
        }

        return x * x;
    }

    private static readonly Options[] Many =
    {
        new(),
        new()
    };
    private static void ResetAll()
    {
        Many[0].Scale = 2;
        Many[1].Scale = 3;
    }

    private static int BumpAll()
    {
        foreach (Options each in Many)
            each.Scale *= 2;
        return 1;
    }

    private static double Use(Options o, double k, int b) => o.Scale * k * (b > 0 ? 1 : 2);
    [Differentiable]
    [Allocates("objects, in the calls")]
    [At(1.3)]
    public static double Enumerated(double x)
    {
        ResetAll();
        double s = 0;
        foreach (var o in Many)
        {
            s += o.Scale * x * x;
            BumpAll();
        }

        return s;
    }

    [Differentiable]
    [Allocates("objects, in the calls")]
    [At(1.3)]
    public static double Queried(double x)
    {
        ResetAll();
        var q = Many.Select(o => o.Scale * x);
        double s = q.Sum();
        BumpAll();
        return s * q.Sum();
    }

    [Differentiable]
    [Allocates("objects, in the calls")]
    [At(1.3)]
    public static double Selected(double x)
    {
        ResetAll();
        var q = Many.Select(o => o.Scale * x).ToArray();
        BumpAll();
        return q[0] * q[1];
    }

    [Differentiable]
    [Allocates("objects, in the calls")]
    [At(1.3)]
    public static double Indexed(double x)
    {
        ResetAll();
        double s = 1;
        for (int i = 0; i < 2; i++)
        {
            s *= Many[i].Scale * x;
            BumpAll();
        }

        return s;
    }

    [Differentiable]
    [Allocates("objects, in the calls")]
    [At(1.3)]
    public static double GivenBesideAChange(double x)
    {
        Reset();
        return Use(Shared, x * x, Bump()) * x;
    }
}
