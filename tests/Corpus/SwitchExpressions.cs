using System;
using System.Runtime.CompilerServices;
using AutoDiff;

namespace Corpus;

/// <summary>The switch expression.</summary>
public static partial class SwitchExpressions
{
    [Differentiable]
    [At(1.3, 0)]
    [At(1.3, 1)]
    [At(1.3, 9)]
    public static double ByNumber(double x, int kind) => kind switch
    {
        0 => x * x,
        1 or 2 => Math.Sin(x),
        _ => 1 / x,
    };

    [Differentiable]
    [At(1.3, Activation.Identity)]
    [At(1.3, Activation.Sigmoid)]
    [At(1.3, Activation.Rectifier)]
    [At(1.3, 3, Throws = typeof(SwitchExpressionException))]
    public static double NoMatch(double x, Activation activation)
    {
#pragma warning disable CS8524 // an unnamed value of the enum is not handled
        double y = activation switch
        {
            Activation.Identity => x,
            Activation.Sigmoid => 1 / (1 + Math.Exp(-x)),
            Activation.Rectifier => x > 0 ? x : 0,
        };
#pragma warning restore CS8524
        return y * y;
    }

    [Differentiable]
    [At(1.3, "a")]
    [At(1.3, "b")]
    [At(1.3, "c", Throws = typeof(NotSupportedException))]
    public static double Throwing(double x, string mode) => mode switch
    {
        "a" => x * x,
        "b" => 2 * x,
        _ => throw new NotSupportedException(mode),
    };

    [Differentiable]
    [At(-1.3)]
    [At(0.3)]
    [At(1.7)]
    [At(5.5)]
    public static double Piecewise(double x) => x switch
    {
        < 0 => 0,
        < 1 => x * x / 2,
        < 3 and var v when v * v < 4 => v - 0.5,
        _ => Math.Log(x),
    };

    [Differentiable]
    [At(3.0, 1)]
    [At(3.0, 2)]
    [At(-3.0, 2)]
    public static double OverATuple(double x, int kind) => (kind, x) switch
    {
        (1, _) => x * x,
        (_, > 0) => 1 / x,
        _ => 0,
    };

    [Differentiable]
    [At(0.6, 2, 3)]
    [At(0.6, 3, 3)]
    [At(0.6, 3, 1)]
    public static double InsideAnExpression(double x, int a, int b) =>
        x * (a.CompareTo(b) switch { < 0 => x + 1, 0 => Math.Exp(x), _ => -x }) + (b switch { 3 => x, _ => 7 });

    [Differentiable]
    [At(0.6, 0)]
    [At(0.6, 1)]
    [At(0.6, 2)]
    public static double InactiveResult(double x, int kind)
    {
        int power = kind switch { 0 => 3, 1 => 2, _ => 1 };
        string name = power switch { > 2 => "high", _ => "low" };
        return Math.Pow(x, power) * name.Length;
    }

    [Differentiable]
    [At(0.6, 0, 1)]
    [At(0.6, 0, 2)]
    [At(0.6, 1, 2)]
    public static double Nested(double x, int a, int b) => a switch
    {
        0 => b switch
        {
            1 => x,
            var k => k * x * x,
        },
        _ => b > 1 ? x / b : x,
    };

    [Differentiable]
    [At(0.6, 2)]
    [At(0.6, 1)]
    [At(0.6, 0)]
    public static double GuardsWithEffects(double x, int n)
    {
        double s = x;
        double y = n switch
        {
            0 when (s *= 2) > 100 => s,
            > 0 when (s += x * x) > 0.95 + n => s * s,
            1 => s * x,
            _ => s,
        };
        return y + s;
    }

    [Differentiable]
    [At(0.6, new int[] { 0, 1, 2, 1, 0 })]
    public static double InALoop(double x, int[] kinds)
    {
        double s = 1;
        for (int i = 0; i < kinds.Length; i++) s = kinds[i] switch
        {
            0 => s * x,
            1 => Math.Sin(s) + x,
            int k => s / k,
        };
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, new double[] { 4, 5 }, 0)]
    [At(new double[] { 1, 2, 3 }, new double[] { 4, 5 }, 1)]
    public static double OfArrays(double[] a, double[] b, int which)
    {
        double[] chosen = which switch { 0 => a, _ => b };
        double s = 0;
        foreach (double v in chosen) s += v * v;
        return s;
    }

    [Differentiable]
    [At(0.6f, 0)]
    [At(0.6f, 1)]
    public static double Widened(float x, int kind)
    {
        double y = kind switch { 0 => x, _ => x * x };
        return y * kind switch { 0 => 2, _ => x };
    }

    [Differentiable]
    [At(0.6, true, false)]
    [At(0.6, false, false)]
    [At(0.6, false, true)]
    public static double OfBooleans(double x, bool a, bool b) => (a, b) switch
    {
        (true, _) => x,
        (false, true) => x * x,
        (false, false) => x * x * x,
    };

    [Differentiable]
    [At(0.6, 5)]
    [At(0.6, 50)]
    [At(0.6, 500)]
    public static double ReturnedFromBranches(double x, int n)
    {
        if (n switch { < 10 => true, > 100 => x > 1, _ => false }) return x * x;
        return n switch { 50 => x, _ => Math.Cos(x) };
    }

    [Differentiable]
    [At(0.4, 2)]
    public static double SwitchInLoopHeader(double x, int n)
    {
        double s = 1;
        for (int i = n switch { 2 => 1, _ => 0 }; i < (n switch { 2 => 4, var k => k }); i += i switch { 2 => 2, _ => 1 }) s = s * x + i;
        return s;
    }

    [Differentiable]
    [At(0.4, 2)]
    public static float Floats(float x, int n)
    {
        Func<float, float> f = v => v * x;
        float y = n switch { 2 => f(x), _ => x };
        if (y is > 0.1f and var z) return z * MathF.Sin(x);
        try
        {
            y += 1;
            } finally { y *= x;
        }
        return y;
    }
}
