using System;
using AutoDiff;

namespace Corpus;

/// <summary><c>break</c>, <c>continue</c>, <c>do</c>, endless loops.</summary>
public static partial class LoopControl
{
    // Hard program 6 (clad #710).
    [Differentiable]
    [At(2.0, Value = 8, Gradient = new double[] { 4 })]
    public static double ContinueOnEven(double x)
    {
        double s = 0;
        for (int i = 0; i < 5; i++)
        {
            if (i % 2 == 0) continue;
            s += i * x;
        }

        return s;
    }

    // Hard program 6, the program of clad #710 itself.
    [Differentiable]
    [At(1.0, Gradient = new double[] { 14 })]
    public static double ContinueLast(double u)
    {
        double res = 11 * u;
        for (int i = 0; i < 3; i++)
        {
            res += u * i;
            continue;
        }

        return res;
    }

    // Hard program 6, break (clad #851).
    [Differentiable]
    [At(1.0, Gradient = new double[] { 3 })]
    public static double BreakAfterFirst(double u)
    {
        double res = 2 * u;
        for (int i = 1; i < 3; i++)
        {
            res += i * u;
            if (i == 1) break;
        }

        return res;
    }

    // Hard program 6, break out of an endless loop (clad #833).
    [Differentiable]
    [At(1.3)]
    [At(4.1)]
    public static double BreakOutOfEndlessLoop(double x)
    {
        double s = 1;
        while (true)
        {
            s *= x;
            if (s > 20) break;
            s += 1;
        }

        return s;
    }

    [Differentiable]
    [At(0.9)]
    [At(3.0)]
    public static double DoWhile(double x)
    {
        double s = 0;
        do
        {
            s += x;
            x *= 1.5;
        }
        while (x < 5);
        return s * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double DoWhileWithContinueAndBreak(double x)
    {
        double s = 0;
        int n = 0;
        do
        {
            n++;
            if (n % 3 == 0) continue;
            s += Math.Sin(n * x);
            if (s > 2.4) break;
        }
        while (n < 12);
        return s * n;
    }

    [Differentiable]
    [At(1.1, 2.0)]
    public static double NestedBreakAndContinue(double x, double limit)
    {
        double total = 0;
        for (int i = 1; i <= 6; i++)
        {
            double row = 0;
            for (int j = 1; j <= 6; j++)
            {
                if ((i + j) % 4 == 0) continue;
                row += x / (i * j);
                if (row * x > limit) break;
            }

            if (row < 0.4) continue;
            total = total * 0.5 + row * row;
            if (total > 8) break;
        }

        return total;
    }

    [Differentiable]
    [At(0.5, new double[] { 0.3, 0.9, 1.4, -2, 5 })]
    [At(-1.0, new double[] { 0.3, 0.9 })]
    public static double StopAtNegative(double scale, double[] xs)
    {
        double s = 0;
        for (int i = 0; ; i++)
        {
            if (i >= xs.Length) break;
            if (xs[i] < 0) break;
            s += Math.Exp(scale * xs[i]);
        }

        return s;
    }

    [Differentiable]
    [At(1.2, 0.4)]
    public static double TwoLoopVariables(double x, double y)
    {
        double s = 0;
        for (int i = 0, j = 10; i < j; i += 2, j--)
        {
            s += i * x - j * y * x;
        }

        return s * s;
    }

    [Differentiable]
    [At(0.35)]
    public static double FloatingLoopVariable(double x)
    {
        double s = 0;
        for (double t = 0; t < 1; t += 0.125) s += Math.Cos(t * x) * 0.125;
        return s;
    }

    [Differentiable]
    [At(0.21)]
    public static double ActiveLoopVariable(double step)
    {
        double s = 0;
        for (double t = step; t < 1; t += step) s += t * t * step;
        return s;
    }
}
