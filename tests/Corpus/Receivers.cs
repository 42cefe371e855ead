using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Instance methods of types that hold numbers: their derivatives by the parameters, and by the members of the object.</summary>
public static partial class Receivers
{
    public partial class Perceptron
    {
        public double[, ] W = new double[, ]
        {
            {
                0.5,
                -0.3
            },
            {
                0.2,
                0.8
            },
            {
                -0.7,
                0.4
            }
        };
        public double[] B { get; set; } = [0.1, -0.2, 0.3];

        public double Gain = 1.5;
        public int Steps = 2;
        public string Name { get; set; } = "abc";

        public Dictionary<string, int> Table = new()
        {
            ["a"] = 2
        };
        [NoGradient]
        public double Rate = 0.75;
        public Scale Output = new(0.9, 0.1);
        private static int s_factor = 3;
        public double this[int i] => B[i] * Gain;
        public double Twice => 2 * Gain;

        [Differentiable]
    [At(new double[] { 0.4, -0.6 }, 0.5)]
        public double Loss(double[] x, double y)
        {
            double sum = 0;
            for (int i = 0; i < B.Length; i++)
            {
                double z = B[i];
                for (int j = 0; j < x.Length; j++)
                    z += W[i, j] * x[j];
                sum += Activation(z);
            }

            double error = Output.Apply(sum) - y;
            return error * error + Rate * Gain * Gain;
        }

        private double Activation(double z) => Math.Tanh(Gain * z);
        [Differentiable]
    [At(0.5)]
        public double ByIndexerAndProperty(double x) => this[0] * x + Twice * this[1] * Rate;
        [Differentiable]
    [At(0.5)]
        public double CountedByTheObject(double x)
        {
            double s = 1;
            for (int i = 0; i < Count(); i++)
                s += s * Gain * x;
            return s;
        }

        private int Count() => Steps + Table.Count;
        [Differentiable]
    [At(0.5)]
        public double WithConstantsOfTheObject(double x) => Gain * x * Name.Length * s_factor + Table["a"] * Gain + (Table.TryGetValue("b", out int r) ? r : 0.5) * Gain;
        [Differentiable]
    [At(0.5)]
        [Allocates("the delegate")]
        public double CapturedByFunctions(double x)
        {
            double Local(double t) => Gain * t + x;
            Func<double, double> f = t => B[1] * t * Gain;
            return Local(f(x));
        }

        [Differentiable]
    [At(0.5)]
        public double MemberUnderTheNameOfAParameter(double Gain) => Gain * this.Gain * Gain;
        [Differentiable]
    [At(0.5)]
        [Allocates("the query")]
        public double Queried(double x) => B.Select(v => v * Gain).Sum() * x + B.Max();
        [Differentiable]
    [At(0.5)]
        public double NamesThatCompanionsHave(double x)
        {
            int self = Steps;
            double selfAdjoint = 3 * x;
            return Gain * x * self * selfAdjoint;
        }

        [Differentiable]
    [At(0.5)]
        public double OfMarkedMethods(double x) => Weighted(x) + Weighted(2 * x);
        [Differentiable]
    [At(0.5)]
        private double Weighted(double x) => x * Gain * B[2];
        [Differentiable]
    [At(0.5)]
        public double HandedOn(double x) => Helper(this, x);
        private static double Helper(Perceptron p, double x) => p.Gain * p.B[0] * x;
        [Differentiable]
    [At(0.5)]
        public double ByAPattern(double x) => this is { Steps: > 1, Gain: var gain } ? gain * x : x;
        [Differentiable]
    [At(0.5)]
        public double InANameOfItsOwn(double x)
        {
            var me = this;
            double[] b = me.B;
            return b[1] * me.Gain * x;
        }
    }

    public partial class Open
    {
        public double A = 2;
        [Differentiable]
    [At(0.5)]
        public virtual double Inner(double x) => A * x;
        [Differentiable]
    [At(0.5)]
        public double Outer(double x) => Inner(x) * A + Inner(2);
    }

    public partial record Positional(double A, double B, double[] W)
    {
        public Positional() : this(1.5, 0.5, [1, 2])
        {
        }

        [Differentiable]
    [At(0.5)]
        public double Weighted(double x) => A * x * x + B * W[1];
    }

    public partial class Holder
    {
        public Positional Held = new();
        public double K = 1.5;
        [Differentiable]
    [At(0.5)]
        public double OfWhatItHolds(double x) => Held.Weighted(x) * K;
    }

    public partial class Unseen
    {
        private readonly double _rate = 0.75;
        [Differentiable]
    [At(0.5)]
        public double ByAReadonlyField(double x) => _rate * x * Handed(this);
        private static double Handed(Unseen u) => u._rate;
    }

    public readonly record struct Scale(double K, double D)
    {
        public double Apply(double x) => K * x + D;
    }

    public partial struct Particle
    {
        public Particle()
        {
        }

        public double X = 0.7, V = -0.4;
        public double[] Mass = [2, 3];
        [Differentiable]
    [At(0.5, 2.0)]
        public double Energy(double m, double g) => 0.5 * m * V * V * Mass[0] + g * X * Mass[1];
        [Differentiable]
    [At(0.5)]
        public readonly double Ahead(double dt)
        {
            Particle next = this;
            next.Move(dt);
            return next.X * next.V;
        }

        private void Move(double dt)
        {
            X += V * dt;
            V -= X * dt;
        }

        [Differentiable]
    [At(0.5)]
        public double AheadByValue(double dt) => Moved(this, dt);
        private static double Moved(Particle p, double dt)
        {
            p.Move(dt);
            return p.X * p.V;
        }
    }

    public readonly partial record struct Line(double Slope, double Offset)
    {
        public Line() : this(1.5, -0.25)
        {
        }

        [Differentiable]
    [At(0.5)]
        public double At(double x) => Slope * x + Offset * Slope;
        [Differentiable]
    [At(0.5)]
        public double Through(double x) => (this with
        {
            Offset = x
        }

        ).At(x) + At(1);
    }

    public partial class Base
    {
        protected double Level = 1.25;
        [Differentiable]
    [At(0.5)]
        public double Low(double x) => Level * x * x;
    }

    public partial class Derived : Base
    {
        public double Own = 0.5;
        [Differentiable]
    [At(0.5)]
        public double High(double x) => Low(x) * Own + Level;
    }
}
