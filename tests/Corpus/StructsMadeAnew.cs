using System;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Readonly structs whose constructor computes what it stores: where one changes as a whole in an array, or its adjoint does, no constructor runs.</summary>
public static partial class StructsMadeAnew
{
    public readonly struct Positive
    {
        private readonly double _a;

        public Positive(double a, double b)
        {
            _a = Math.Abs(a);
            B = Math.Abs(b);
        }

        public double A => _a;

        public double B { get; }
    }

    [Differentiable]
    [Allocates("the array")]
    [At(2.0, -3.0)]
    [At(-2.0, 0.5)]
    public static double Filled(double x, double y)
    {
        Positive[] all = new[] { new Positive(x, y), new Positive(y, x) };
        all[0] = new Positive(all[1].A * x, all[0].B);
        return all[0].A * all[1].A + all[0].B;
    }

    [Differentiable]
    [Allocates("the array")]
    [At(new double[] { 2, -4 }, 3.0)]
    public static double Selected(double[] xs, double y)
    {
        Positive[] all = xs.Select(x => new Positive(x, y)).ToArray();
        return all[0].A * all[1].B + all[1].A;
    }

    [Differentiable]
    [Allocates("the elements of the adjoint")]
    [At(new double[] { 2, 4, 0.5, 1.5 }, 3.0)]
    public static double Given([Shape(2)] Positive[] all, double y)
    {
        all[0] = new Positive(-all[1].A * y, all[0].B);
        return all[0].A * y + all[0].B * all[1].B;
    }

    [Differentiable]
    [At(new double[] { 2, 4 }, -3.0)]
    public static Positive Result(Positive given, double y) => new(given.A * y, given.B + y);
}
