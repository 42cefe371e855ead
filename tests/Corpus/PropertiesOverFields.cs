using System;
using AutoDiff;

namespace Corpus;

/// <summary>Properties with code around the field behind them.</summary>
public static partial class PropertiesOverFields
{
    public struct Bounded
    {
        public double V { get; set => field = Math.Max(0.2, value); }

        public double W { readonly get => 2 * field; set => field = value * value; }
    }

    public class Model
    {
        public double V { get; set => field = Math.Max(0.1, value); }

        public double B { get; set; }

        public double Squared { get => field * field; set; } = 1.5;

        public double Given { get => field; } = 0.3;
    }

    [Differentiable]
    [At(0.7)]
    [At(-0.7)]
    public static double OfAStruct(double x)
    {
        var s = new Bounded();
        s.V = x;
        s.W += x;
        return s.V * s.W + x;
    }

    [Differentiable]
    [At(new double[] { 0.7, 0.3 }, 1.3)]
    [At(new double[] { 0.7, 0.3 }, -1.3)]
    public static double OfAStructParameter(Bounded s, double x)
    {
        double before = s.W;
        s.V = x;
        s.W = x * before;
        return s.V * s.W;
    }

    [Differentiable]
    [At(new double[] { 0.7, 0.3, 1.5, 0.4 }, 1.3)]
    [At(new double[] { 0.7, 0.3, 1.5, 0.4 }, -1.3)]
    public static double OfAModel(Model m, double x)
    {
        m.V = x * m.B;
        m.Squared += x;
        return m.V * m.Squared * m.Given + m.V;
    }

    [Differentiable]
    [At(0.7)]
    [At(-0.7)]
    public static double Made(double x)
    {
        var m = new Model { V = x, Squared = x };
        m.V *= 2;
        return m.V * m.Squared * m.Given + new Model().Squared * x;
    }

    private static readonly Model Outside = new() { V = 3, Squared = 2 };

    [Differentiable]
    [At(0.7)]
    public static double OfAnObjectFromOutside(double x) => Outside.V * x + Outside.Squared * Outside.Given * x * x;
}
