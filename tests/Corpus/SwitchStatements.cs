using System;
using AutoDiff;

namespace Corpus;

public enum Kernel
{
    Linear,
    Quadratic,
    Cubic,
    Exponential = 9,
}

/// <summary>The switch statement: which section runs is control, what it computes is not.</summary>
public static partial class SwitchStatements
{
    [Differentiable]
    [At(1.3, 0)]
    [At(1.3, 1)]
    [At(1.3, 2)]
    [At(1.3, 3)]
    [At(1.3, -7)]
    public static double ByNumber(double x, int kind)
    {
        double y = x;
        switch (kind)
        {
            case 0:
                y *= x;
                break;
            case 1:
            case 2:
                y = Math.Sin(y) * kind;
                break;
            default:
                y += 1 / x;
                break;
            case 3:
                y = 5;
                break;
        }

        return y * x;
    }

    [Differentiable]
    [At(1.3, 1)]
    [At(1.3, 4)]
    public static double WithoutDefault(double x, int kind)
    {
        double y = x * x;
        switch (kind)
        {
            case 1:
                y *= x;
                break;
        }

        return y;
    }

    [Differentiable]
    [At(0.8, Kernel.Linear)]
    [At(0.8, Kernel.Quadratic)]
    [At(0.8, Kernel.Cubic)]
    [At(0.8, Kernel.Exponential)]
    [At(0.8, 5, Throws = typeof(ArgumentOutOfRangeException))]
    public static double ByEnum(double r, Kernel kernel)
    {
        switch (kernel)
        {
            case Kernel.Linear: return r;
            case Kernel.Quadratic: return r * r;
            case Kernel.Cubic: return r * r * r;
            case Kernel.Exponential: return Math.Exp(-r);
            default: throw new ArgumentOutOfRangeException(nameof(kernel), kernel, "unknown");
        }
    }

    [Differentiable]
    [At(0.8, "sin")]
    [At(0.8, "cos")]
    [At(0.8, "tan")]
    [At(0.8, null!)]
    public static double ByString(double x, string? function)
    {
        double y;
        switch (function)
        {
            case "sin":
                y = Math.Sin(x);
                break;
            case "cos":
                y = Math.Cos(x);
                break;
            case null:
                y = x;
                break;
            default:
                y = x * function.Length;
                break;
        }

        return y * y;
    }

    [Differentiable]
    [At(0.8, '+', true)]
    [At(0.8, '*', false)]
    [At(0.8, '?', true)]
    public static double ByCharAndBool(double x, char sign, bool twice)
    {
        double y = 1;
        switch (sign)
        {
            case '+': y = x + 2; break;
            case '*': y = x * 2; break;
        }

        switch (twice)
        {
            case true: y *= y; break;
            case false: y *= x; break;
        }

        return y;
    }

    [Differentiable]
    [At(0.5, 1.0)]
    [At(2.5, 1.0)]
    [At(-2.5, 1.0)]
    [At(7.0, 1.0)]
    [At(double.NaN, 1.0, Kink = true)]
    public static double ByRange(double x, double scale)
    {
        double y;
        switch (x)
        {
            case < 0:
                y = -x * scale;
                break;
            case >= 0 and < 1:
                y = x * x;
                break;
            case > 1 and < 3 or > 100:
                y = Math.Sqrt(x) * scale;
                break;
            case double.NaN:
                y = scale;
                break;
            default:
                y = Math.Log(x);
                break;
        }

        return y;
    }

    [Differentiable]
    [At(0.5, 3)]
    [At(1.5, 3)]
    [At(-1.5, 3)]
    [At(-1.5, 0)]
    public static double WithGuards(double x, int n)
    {
        switch (n)
        {
            case 0:
                return x;
            case int k when x * k > 4:
                return x * x * k;
            case var k when x < 0:
                x = -x * k;
                break;
            case > 2:
                x *= 2;
                break;
        }

        return x * n;
    }

    [Differentiable]
    [At(0.5)]
    [At(2.5)]
    [At(-0.5)]
    public static double BindsTheValue(double x)
    {
        switch (x * x - 1)
        {
            case double v when v > 2:
                x *= v;
                return v * x;
            case var v when v < 0 && x > 0:
                return v / x;
            case var v:
                return v * v;
        }
    }

    [Differentiable]
    [At(0.9, 2)]
    [At(0.9, 1)]
    [At(0.9, 0)]
    public static double GoverningExpressionOnce(double x, int n)
    {
        double s = 1;
        int calls = 0;
        switch (calls++ + n)
        {
            case 0:
                s = x;
                break;
            case 1 when (s *= x) > 5:
                s = 100;
                break;
            case 1:
                s += calls * x;
                break;
            case int k when (s += k * x) > 0:
                s *= x;
                break;
        }

        return s * calls;
    }

    [Differentiable]
    [At(0.9, 1, 2)]
    [At(0.9, 1, 5)]
    [At(-0.9, 3, 3)]
    [At(0.9, 4, 4)]
    public static double ByTuple(double x, int a, int b)
    {
        switch (a, b, x)
        {
            case (1, 2, _):
                return x;
            case (1, var k, > 0):
                return x * k;
            case (var i, var j, < 0 and var v) when i == j:
                return v * v * i;
            default:
                return x / a;
        }
    }

    // The first matching label decides, also where a later one would match too.
    [Differentiable]
    [At(0.9, 1)]
    [At(0.9, 2)]
    [At(0.9, 7)]
    public static double DefaultInTheMiddle(double x, int kind)
    {
        switch (kind)
        {
            case 1:
            default:
                return x * x;
            case > 5:
                return x;
            case 2:
                return 2 * x;
        }
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.5 }, 1)]
    [At(new double[] { 1.5, 2.5 }, 2)]
    public static double StoresIntoAnArray(double[] a, int kind)
    {
        switch (kind)
        {
            case 1:
                a[0] *= a[1];
                break;
            case 2:
                a[1] = a[0] * a[0];
                goto case 1;
        }

        return a[0] + a[1];
    }

    [Differentiable]
    [At(0.7, "ab")]
    [At(0.7, "abcd")]
    public static double StringWhen(double x, string s)
    {
        switch (s)
        {
            case { Length: var n } when n > 3: return Math.Pow(x, n);
            case var t when t.StartsWith('a'): return x * t.Length;
            default: return 0;
        }
    }

    // names of the user's that look like ours
    [Differentiable]
    [At(0.7, 2)]
    public static double Names(double x, int left)
    {
        double matched = x, chosen = 2 * x, matches = 3;
        Func<double, double> f = x1 => { double matched = x1 * x; return matched * chosen; };
        switch (left)
        {
            case 2 when f(matched) is var y && y > 0: matches += y; goto case 3;
            case 3: matched *= matches; break;
        }
        return matched * f(2) * (left switch { 2 => x, _ => 1 });
    }
}
