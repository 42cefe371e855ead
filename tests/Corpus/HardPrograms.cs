using System;
using AutoDiff;

namespace Corpus;

/// <summary>Programs known to break differentiators that are not about one feature of C# alone.</summary>
public static partial class HardPrograms
{
    public struct Meter
    {
        public double Now, Total;

        public double Level
        {
            readonly get => Now;
            set
            {
                Total += value * value;
                Now = value;
            }
        }

        public double this[double scale]
        {
            readonly get => scale * Now;
            set => Now += scale * value;
        }
    }

    public readonly record struct State(double A, double B);

    // Hard program 32 (Swift PR #28352): what is accumulated is a part of a tuple.
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, Value = 14.0 / 3, Gradient = new double[] { 2.0 / 3, 4.0 / 3, 2 })]
    public static double AccumulatesInATuple(double[] x)
    {
        (double Sum, double Count) mean = (0, 0);
        foreach (double each in x)
        {
            mean.Sum += each * each;
            mean.Count += 1;
        }

        return mean.Sum / mean.Count;
    }

    // Hard program 32: setters that do more than set.
    [Differentiable]
    [At(2.0, 3.0, Value = 2 * 2 + 5 * 5 + 14, Gradient = new double[] { 4 + 10 + 1, 10 + 4 })]
    public static double SettersThatDoMore(double x, double y)
    {
        var meter = default(Meter);
        meter.Level = x;
        meter.Level = meter.Level + y;
        meter[y] = 3;
        return meter.Total + meter.Now;
    }

    // Hard program 34 (Enzyme.jl #3477): a rule of one's own in a loop over an immutable struct.
    [Differentiable]
    [At(0.5, 0.25)]
    public static double RuleInALoopOverAnImmutableStruct(double a, double b)
    {
        var state = new State(a, b);
        for (int i = 0; i < 4; i++) state = new State(Cube(state.A) + state.B, state.A * state.B);
        return state.A * state.B;
    }

    private static double Cube(double x) => x * x * x;

    [DerivativeOf(nameof(Cube))]
    private static double CubePartial(double x, double result) => 3 * x * x;

    // Hard program 15: shared sections, jumps between sections, guards that read what is differentiated, and a pattern that binds it.
    [Differentiable]
    [At(0.5, 0, Value = 1.25, Gradient = new double[] { 5 })]
    [At(0.5, 1, Value = 1.5, Gradient = new double[] { 3 })]
    [At(2.0, 2, Value = 8, Gradient = new double[] { 12 })]
    [At(0.5, 2, Value = 1.5, Gradient = new double[] { 3 })]
    [At(2.0, 5, Value = 3, Gradient = new double[] { 1 })]
    [At(-2.0, 5, Value = -4, Gradient = new double[] { 2 })]
    public static double Sections(double x, int kind)
    {
        double y = x;
        switch (kind)
        {
            case 0:
                y *= x;
                goto case 3;
            case 2 when x > 1:
                return y * y * y;
            case 1 or 2:
                y *= 3;
                break;
            case 3:
                y += 4 * x - 1;
                break;
            default:
                return x is > 0 and var z ? z + 1 : x * 2;
        }

        return y;
    }
}
