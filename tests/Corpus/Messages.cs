using System;
using System.Diagnostics;
using AutoDiff;

namespace Corpus;

/// <summary>What exceptions and log lines say of values, in variables and parameters on the way there.</summary>
public static partial class Messages
{
    static class Fails
    {
        public static void With(string m, int k)
        {
            throw new InvalidOperationException(m);
        }

        public static void Require(bool c, string m)
        {
            if (!c)
                throw new ArgumentException(m);
        }

        public static void RequireBy(bool c, Func<string> m)
        {
            if (!c)
                throw new ArgumentException(m());
        }
    }

    [Differentiable]
    [At(0.5, Throws = typeof(InvalidOperationException))]
    [At(1.5)]
    public static double ThrownByAHelper(double x)
    {
        if (x < 1)
            Fails.With("x " + x + " bad", 1);
        return x * x;
    }

    [Differentiable]
    [At(0.5, Throws = typeof(InvalidOperationException))]
    [At(1.5)]
    public static double InterpolatedForAHelper(double x)
    {
        if (x < 1)
            Fails.With($"x {x} bad", 1);
        return x * x;
    }

    [Differentiable]
    [At(0.5, Throws = typeof(ArgumentException))]
    [At(1.5)]
    [Allocates("the text")]
    public static double Required(double x)
    {
        Fails.Require(x > 1, "x " + x + " bad");
        return x * x;
    }

    [Differentiable]
    [At(0.5, Throws = typeof(ArgumentException))]
    [At(1.5)]
    public static double MadeByALambda(double x)
    {
        Fails.RequireBy(x > 1, () => "x " + x + " bad");
        return x * x;
    }

    private static string Text(double x) => $"v={x:F2}";
    [Differentiable]
    [At(0.5, Throws = typeof(ArgumentException))]
    [At(1.5)]
    public static double MadeByAMethod(double x)
    {
        if (x < 1)
            throw new ArgumentException(Text(x));
        return x * x;
    }

    [Differentiable]
    [At(0.5)]
    [At(1.5)]
    [Allocates("the text")]
    public static double PutTogetherInALoop(double x)
    {
        string s = "";
        for (int i = 0; i < 3; i++)
        {
            x *= 1.1;
            s += x + ";";
        }

        Trace.WriteLine(s);
        return x * x;
    }

    [Differentiable]
    [At(0.5)]
    [At(1.5)]
    public static double LoggedByAHelper(double x)
    {
        Log("x", x);
        return x * x;
    }

    static void Log(string n, double v)
    {
        Console.Write(n.Length > 1000 ? n + v : "");
    }

    [Differentiable]
    [At(0.5)]
    [At(1.5)]
    [Allocates("the text")]
    public static double InAVariable(double x)
    {
        string s = "loss: " + Math.Round(x / 3, 3);
        Trace.WriteLine(s);
        return x * x;
    }

    static void Nest(string m, double x)
    {
        if (x > 1)
            Fails.With("nested: " + m, 3);
    }

    [Differentiable]
    [At(0.5)]
    [At(1.5, Throws = typeof(InvalidOperationException))]
    [Allocates("the text")]
    public static double HandedOn(double x)
    {
        Nest($"at {x:F3}", x);
        return x * x;
    }

    [Differentiable]
    [At(0.5)]
    [At(1.5, Throws = typeof(InvalidOperationException))]
    public static double Formatted(double x)
    {
        string m = x > 1 ? "big " + x : "small";
        if (x > 1)
            throw new InvalidOperationException(string.Format("{0} {1}", m, x));
        return x * x;
    }

    static string Row(double[] a)
    {
        string s = "";
        foreach (double v in a)
            s += v.ToString() + " ";
        return s;
    }

    [Differentiable]
    [At(new double[] { 1.5, 0.5 })]
    [At(new double[] { 0.5 }, Throws = typeof(ArgumentException))]
    public static double OfAllElements(double[] a)
    {
        if (a[0] < 1)
            throw new ArgumentException("bad: " + Row(a), nameof(a));
        return a[0] * a[0];
    }

    [Differentiable]
    [At(1.5)]
    [Allocates("the text")]
    public static double ByALocalDelegate(double x)
    {
        string s = "v ";
        Action<double> log = v => s += v + ",";
        log(x);
        log(x * x);
        Trace.WriteLine(s);
        return x * x;
    }

    [Differentiable]
    [At(-1.5, Throws = typeof(ArgumentOutOfRangeException))]
    [At(1.5)]
    public static double InAThrowExpression(double x) => x > 0 ? Math.Log(x) : throw new ArgumentOutOfRangeException(nameof(x), x, Text(x));
    static double Check(double v, string what) => v > 0 ? v : throw new ArgumentException(what + " must be positive, is " + v);
    [Differentiable]
    [At(-1.5, Throws = typeof(ArgumentException))]
    [At(1.5)]
    [Allocates("the text")]
    public static double OfACheckedValue(double x) => Math.Log(Check(x, "rate " + x * 2));
}
