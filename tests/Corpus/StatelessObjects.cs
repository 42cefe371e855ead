using System;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Objects without numbers, which only have methods: these are read in place, on whichever object they run.</summary>
public partial class StatelessObjects
{
    public interface IObjective
    {
        double Of(double[] x);

        double Doubled(double x) => 2 * x;
    }

    public class Rosenbrock : IObjective
    {
        public double Of(double[] x)
        {
            double r = 0;
            for (int i = 0; i < x.Length - 1; i++) r += 100 * Math.Pow(x[i + 1] - x[i] * x[i], 2) + Scaled(x[i]);
            return r;
        }

        public double Scaled(double d) => d * Half(3.0);

        private double Half(double v) => v / 2;
    }

    public class Pricer
    {
        public virtual double Squared(double x) => x * x;

        public double Price(double x, string kind)
        {
            double d = Logistic(x);
            if (kind == "C") return d;
            return d * Logistic(-x);
        }

        private double Logistic(double x) => 1 / (1 + Math.Exp(-x));
    }

    public readonly struct Entropy : IObjective
    {
        public double Of(double[] x) => x.Sum(v => v * Math.Log(v));
    }

    public partial class Sun
    {
        [Differentiable]
        [At(0.7)]
        public double Longitude(double t) => 280.5 + t * (36000 + t * 0.0003);

        public double Declination(double t) => Math.Sin(Longitude(t) * 0.01) * Longitude(0.5);
    }

    private static double Half(double v) => v * 100;

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 })]
    [Allocates("objects")]
    public static double MadeThere(double[] x) => new Rosenbrock().Of(x) + new Entropy().Of(x);

    [Differentiable]
    [At(new double[] { 1, 0.3, 2 })]
    [Allocates("objects")]
    public static double ByAnInterface(double[] x)
    {
        IObjective f = new Rosenbrock(), g = new Entropy();
        return f.Of(x) * g.Doubled(x[0]) + g.Of(x);
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("objects")]
    public static double InAVariable(double x)
    {
        var pricer = new Pricer();
        return pricer.Price(x, "P") + pricer.Squared(x) + pricer.Price(2.0, "C");
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("objects")]
    public double BesideAMethodOfTheSameName(double x) => new Rosenbrock().Scaled(x) * Half(1.0);

    [Differentiable]
    [At(0.7)]
    [Allocates("objects")]
    public static double WithAMarkedMethod(double x) => new Sun().Declination(x) * x;
}
