using System;
using AutoDiff;

namespace Corpus;

/// <summary>Jumps in, out of and between the sections of a switch statement.</summary>
public static partial class SwitchJumps
{
    [Differentiable]
    [At(0.7, 0)]
    [At(0.7, 1)]
    [At(0.7, 2)]
    [At(0.7, 3)]
    public static double GotoCase(double x, int kind)
    {
        double y = x;
        switch (kind)
        {
            case 0:
                y *= x;
                goto case 1;
            case 1:
                y += Math.Sin(y);
                if (y > 100) goto default;
                goto case 2;
            case 2:
                y *= y;
                break;
            default:
                y = 1 / y;
                break;
        }

        return y + x;
    }

    [Differentiable]
    [At(0.7, 0)]
    [At(-0.7, 0)]
    [At(0.7, 1)]
    [At(-0.7, 1)]
    [At(0.7, 5)]
    public static double GotoOnCondition(double x, int kind)
    {
        double y = 1;
        switch (kind)
        {
            case 0:
                y = x;
                if (x < 0)
                {
                    y *= 3;
                    goto default;
                }

                y *= x;
                break;
            case 1:
                if (x < 0) goto case 0;
                y = x * x;
                goto default;
            default:
                y += x;
                if (y > 1) return y * x;
                y *= 2;
                break;
        }

        return y * y;
    }

    [Differentiable]
    [At(0.9, new int[] { 0, 1, 2, 3, 0, 1 })]
    [At(0.9, new int[] { 0, 0, 4, 1 })]
    [At(0.9, new int[] { 5, 3, 0 })]
    public static double InsideALoop(double x, int[] program)
    {
        double s = x;
        foreach (int instruction in program)
        {
            switch (instruction)
            {
                case 0:
                    s += x * s;
                    break;
                case 1:
                    s = Math.Sin(s);
                    continue;
                case 2:
                    if (s > 2) break;
                    s *= 2;
                    break;
                case 4:
                    return s * 10;
                case 5:
                    s -= 1;
                    goto case 0;
                default:
                    s /= 1 + x;
                    break;
            }

            s += 0.1;
        }

        return s;
    }

    [Differentiable]
    [At(0.9, 6)]
    public static double LoopInsideASection(double x, int n)
    {
        double s = 0;
        switch (n % 3)
        {
            case 0:
                for (int i = 0; i < n; i++)
                {
                    if (i == 4) break;
                    if (i == 1) continue;
                    s += Math.Pow(x, i);
                }

                s *= 2;
                break;
            default:
                s = x;
                break;
        }

        return s * x;
    }

    [Differentiable]
    [At(0.9, 0, 0)]
    [At(0.9, 0, 1)]
    [At(0.9, 1, 1)]
    [At(0.9, 2, 1)]
    public static double Nested(double x, int a, int b)
    {
        double y = x;
        switch (a)
        {
            case 0:
                switch (b)
                {
                    case 0:
                        y *= x;
                        break;
                    case 1:
                        y += 1;
                        goto default;
                    default:
                        y *= y;
                        break;
                }

                y += x;
                break;
            case 1:
                y = -y;
                break;
        }

        return y;
    }

    [Differentiable]
    [At(0.9, 0)]
    [At(0.9, 1)]
    [At(0.9, 2)]
    public static double SharedVariable(double x, int kind)
    {
        switch (kind)
        {
            case 0:
                double t = x * x;
                return t + 1;
            case 1:
                t = Math.Exp(x);
                double u = t * 2;
                return u * t;
            default:
                t = u = x;
                return t * u * x;
        }
    }

    [Differentiable]
    [At(0.9, 3)]
    [At(0.9, 2)]
    public static double OverwrittenGoverningVariable(double x, int kind)
    {
        double y = x;
        for (int i = 0; i < 4; i++)
        {
            switch (kind)
            {
                case 2:
                    kind = 3;
                    y *= x;
                    break;
                case 3:
                    kind = 2;
                    y += Math.Exp(y);
                    break;
            }
        }

        return y;
    }

    [Differentiable]
    [At(1.2, new double[] { 1.5, 2.5 }, 0)]
    [At(1.2, new double[] { 1.5, 2.5 }, 1)]
    public static void LeavesAVoidMethod(double x, Span<double> v, int kind)
    {
        switch (kind)
        {
            case 0: return;
            default: v[0] *= x; break;
        }

        v[1] *= v[0];
    }

    [Differentiable]
    [At(0.7, 2, 1)]
    [At(0.7, 2, 0)]
    [At(0.7, 1, 1)]
    public static double SwitchTrySwitch(double x, int a, int b)
    {
        double y = x;
        switch (a)
        {
            case 1:
                y += 2;
                break;
            case 2:
                try
                {
                    switch (b)
                    {
                        case 0: return y * y;
                        case 1: y *= 3; break;
                    }
                    if (y > 2) break;
                    y += x * x;
                }
                finally
                {
                    y = Math.Sin(y);
                }
                y *= x;
                break;
        }
        return y;
    }
}
