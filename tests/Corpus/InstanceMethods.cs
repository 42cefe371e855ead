using System;
using AutoDiff;

namespace Corpus;

/// <summary>Instance methods: the fields of the object are constants.</summary>
public partial class InstanceMethods
{
    private readonly double rate = 1.5;
    private readonly double[] weights = [1, 2, 3];
    private double xAdjoint = 0.25;

    public double Level { get; set; } = 2;

    [Differentiable]
    [At(0.7, new double[] { 1, 2, 3 })]
    public double Weighted(double x, double[] a)
    {
        double sum = rate * x;
        for (int i = 0; i < a.Length; i++) sum += weights[i] * a[i] * this.Level + Inner(x) * xAdjoint;
        return sum;
    }

    [Differentiable]
    [At(0.7)]
    private double Inner(double x) => x * x * Level + Helper(x);

    private double Helper(double y) => y * rate + weights.Length;

    public readonly partial struct Turn
    {
        public Turn()
        {
        }

        private readonly double cosine = 0.6, sine = 0.8;

        [Differentiable]
        [At(2.0, 3.0)]
        public double Apply(double x, double y) => cosine * x * y - sine * y;
    }
}
