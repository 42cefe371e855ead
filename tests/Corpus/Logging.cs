using System;
using System.Diagnostics;
using System.Diagnostics.Contracts;
using AutoDiff;

namespace Corpus;

/// <summary>Statements that look at active values and change nothing: log lines, assertions, guards.</summary>
public static partial class Logging
{
    [Differentiable]
    [At(2.0)]
    [At(-2.0, Throws = typeof(ArgumentOutOfRangeException))]
    public static double ThrowIf(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, 100.0);
        return Math.Sqrt(x) * x;
    }

    [Differentiable]
    [At(new double[] { 1, 2 }, 1)]
    [At(null!, 1, Throws = typeof(ArgumentNullException))]
    public static double ThrowIfNull(double[] a, int k)
    {
        ArgumentNullException.ThrowIfNull(a);
        return a[0] * a[k];
    }

    [Differentiable]
    [At(2.0)]
    public static double Assertions(double x)
    {
        Debug.Assert(x > 0);
        Debug.Assert(!double.IsNaN(x), "not a number", "x is {0}", x);
        Trace.Assert(x > 1);
        Contract.Requires(x > 0);
        double y = x * x;
        Debug.WriteLine($"y = {y:F3}");
        Debug.WriteLineIf(y < 0, y);
        Trace.TraceInformation("y = {0}", y);
        return y * x;
    }

    [Differentiable]
    [Allocates("text")]
    [At(2.0, 3)]
    public static double Console_(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            s = s * x + i;
            Console.Error.Write("");
            if (s < 0)
            {
                Console.WriteLine($"step {i}: s = {s,10:F4}");
                Console.WriteLine("step {0}: {1} {2}", i, s, x);
                Console.Write(s);
            }
        }

        return s;
    }

    [Differentiable]
    [At(2.0)]
    [At(-2.0, Throws = typeof(InvalidOperationException))]
    public static double MessageWithValues(double x)
    {
        double y = x * x * x;
        if (y < 0) throw new InvalidOperationException($"{nameof(y)} = {y}" + string.Format(" for {0}", x));
        return y;
    }

    // What the calls leave in the log shows that each ran once, in order.
    [Differentiable]
    [At(0.7, 4, new int[] { 0, 0, 0, 0, 0, 0 })]
    [At(0.7, 0, new int[] { 0, 0, 0, 0, 0, 0 })]
    public static double RunOnce(double x, int n, int[] log)
    {
        double s = x;
        double Scaled(double v)
        {
            Note(log, 0);
            return v * x;
        }

        for (int i = 0; i < n; i++)
        {
            try
            {
                if (Note(log, 1) % 3 == 0) continue;
                s = Scaled(s) + i;
            }
            finally
            {
                Note(log, 2);
            }

            s *= Note(log, 3) switch
            {
                2 when Note(log, 4) > 0 => x,
                _ when Note(log, 5) > 1 => s,
                _ => 2,
            };
        }

        log[0] = log[0] * 31 + log[1];
        return s;
    }

    private static int Note(int[] log, int line) => ++log[line];

    [Differentiable]
    [At(0.4)]
    public static double AssertedText(double x)
    {
        const int Width = 8;
        double most = Math.Max(x, 1);
        Debug.Assert(x > 0, $"x = {x,Width:F3} {most} {(x > 1 ? 1 : 2)}");
        Debug.WriteLineIf(x < 0, $"{x:E2}");
        return x * x * most;
    }

    [Differentiable]
    [At(new double[] { 0.4, 2 }, 1)]
    public static double AssertedArrays(double[] a, int k)
    {
        double s = 1;
        foreach (double v in a)
        {
            s = s * v + a[k];
            Debug.Assert(s != 0, $"{nameof(a)}[{k}] = {a[k]} of {a.Length}, {v}");
        }
        return s;
    }

    [Differentiable]
    [At(0.6, 4)]
    public static double LoggedInTheMiddle(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            s = s * x + i;
            Debug.Assert(s > -1, $"s was {s}");
            Trace.WriteLine($"{i}: {s:F3}");
            ArgumentOutOfRangeException.ThrowIfNegative(s);
        }
        return s;
    }
}
