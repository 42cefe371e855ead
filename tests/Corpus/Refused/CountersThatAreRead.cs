// expect: refused
// expect-id: DIFF0101 at: s_steps
// expect-id: DIFF0104 at: s_calls
// expect-id: DIFF0104 at: s_total
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class CountersThatAreRead
{
    private static int s_calls, s_steps;
    private static double s_total;

    [Differentiable]
    [At(3.0, Gradient = new double[] { 1 })]
    public static double Numbered(double x)
    {
        int number = s_calls++;
        return x + number;
    }

    [Differentiable]
    [At(3.0, Gradient = new double[] { 12 })]
    public static double Halving(double x)
    {
        s_steps = 0;
        while (s_steps < 2)
        {
            s_steps++;
            x *= x;
        }

        return x;
    }

    [Differentiable]
    [At(3.0, Gradient = new double[] { 1 })]
    public static double Summing(double x)
    {
        s_total += 1;
        return x;
    }
}
