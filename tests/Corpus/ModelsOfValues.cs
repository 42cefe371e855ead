using System;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Models that hold values whose numbers cannot be assigned one by one: properties of structs, records, complex numbers, tuples.</summary>
public static partial class ModelsOfValues
{
    public struct Pair
    {
        public double X, Y;
        public double Sum => X + Y;
    }

    public sealed record Limits(double Low, double High);
    public sealed class Resonator
    {
        public Complex Pole { get; set; }
        public double Gain { get; set; }
    }

    public sealed class Cell
    {
        public Pair Corner { get; set; }

        public double Weight;
    }

    public sealed class Frame
    {
        public Cell Inner { get; set; } = new();
        public (double Left, double Right) Margin { get; set; }
        public Limits Range { get; set; } = new(0, 0);
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double Response(Resonator r, double x) => (r.Pole * r.Pole).Real * r.Pole.Imaginary * x * r.Gain;
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double Property(Cell c, double x) => c.Corner.X * c.Corner.Y * c.Weight * x * c.Corner.Sum;
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5, 6, 7 }, 0.5)]
    public static double Nested(Frame f, double x) => f.Inner.Corner.X * f.Margin.Left * f.Range.High * x + f.Inner.Weight * f.Margin.Right * f.Range.Low;
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 4)]
    public static double InALoop(Cell c, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            Pair p = c.Corner;
            sum += p.X * i + p.Y * c.Weight;
            if (sum > 20)
                c.Weight *= p.X;
        }

        return sum;
    }
}
