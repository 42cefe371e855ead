using System;
using AutoDiff;

namespace Corpus;

/// <summary>Classes that nothing can change, positional records above all: their adjoint is made anew, as that of a value.</summary>
public static partial class ImmutableModels
{
    public record Line(double Slope, double Offset)
    {
        public double At(double x) => Slope * x + Offset;
    }

    public sealed record Layer(double[] Weights, double Bias);

    /// <summary>Arrays are added to in place.</summary>
    public sealed record Arrays(double[] Weights, double[] Offsets);

    public record Stack(Layer First, Line Last, double Scale);

    public sealed class Quadratic(double a, double b)
    {
        public double A { get; } = a;

        public double B { get; } = b;

        public double this[double x] => (A * x + B) * x;
    }

    public sealed class Settings
    {
        public double Rate { get; init; }

        public double Decay { get; init; } = 0.5;
    }

    [Differentiable]
    [At(new double[] { 1.2, 0.4, 0.3, 2 }, 0.7)]
    public static double OfArrays([Shape(2)] Arrays arrays, double x)
    {
        double sum = 0;
        for (int i = 0; i < arrays.Weights.Length; i++) sum += Math.Exp(arrays.Weights[i] * x) * arrays.Offsets[i];
        return sum;
    }

    [Differentiable]
    [At(new double[] { 1.2, -0.4 }, 0.7)]
    public static double Squared(Line line, double x) => line.At(x) * line.At(x) + line.Offset;

    [Differentiable]
    [At(new double[] { 1.2, 0.4, 0.3, 0.2 }, new double[] { 0.7, -1, 3 })]
    public static double Neuron([Shape(3)] Layer layer, double[] x)
    {
        double sum = layer.Bias;
        for (int i = 0; i < x.Length; i++) sum += layer.Weights[i] * x[i];
        return Math.Tanh(sum);
    }

    [Differentiable]
    [At(1.2, -0.4, 0.7, 3)]
    public static double Rewritten(double slope, double offset, double x, int steps)
    {
        var line = new Line(slope, offset);
        Line first = line;
        for (int i = 0; i < steps; i++)
        {
            if (line.At(x) > 0) line = line with { Offset = line.Offset - x * line.Slope };
            else line = new Line(line.Slope * 0.5, line.Offset + first.Slope);
        }

        return line.At(x) * first.Offset;
    }

    [Differentiable]
    [At(1.2, -0.4, 0.7)]
    public static double Deconstructed(double slope, double offset, double x)
    {
        var (a, b) = Scaled(new Line(slope, offset), x);
        return a * b + Scaled(new Line(b, a), 2).At(x);
    }

    private static Line Scaled(Line line, double k) => line with { Slope = line.Slope * k };

    [Differentiable]
    [At(new double[] { 0.5, 2 }, 0.7)]
    public static Line Result(Line line, double x) => new(line.Slope * x, line.Offset / x);

    [Differentiable]
    [At(new double[] { 0.5, 2 }, 0.7)]
    public static double OfAClass(Quadratic curve, double x) => curve[x] * curve.A;

    [Differentiable]
    [At(new double[] { 0.5, 2 }, 0.7)]
    public static double Initialised(Settings settings, double x) => Math.Exp(-settings.Decay * x) * settings.Rate;

    [Differentiable]
    [At(new double[] { 0.5, 2 }, 0.7)]
    public static double HandedOn(Line line, double x) => Squared(line, x) * line.Slope + Squared(new Line(x, line.Slope), 2);

    [Differentiable]
    [At(new double[] { 0.5, 2, 1.5, 0.3, -2, 1.1 }, 0.7)]
    public static double Nested([Shape(2)] Stack stack, double x) => stack.Last.At(stack.First.Weights[0] * x + stack.First.Bias * stack.First.Weights[1]) * stack.Scale;
}
