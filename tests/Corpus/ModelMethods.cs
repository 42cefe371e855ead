using System;
using AutoDiff;

namespace Corpus;

/// <summary>
/// Instance methods of models: called with the model as a parameter, they are differentiated by its members too, be they marked or not.
/// </summary>
public static partial class ModelMethods
{
    public partial class Line
    {
        public double Slope, Offset;

        [Differentiable]
        [At(0.7)]
        public double Predict(double x) => Slope * x + Offset;

        public double Plain(double x) => Slope * x + Offset;

        [Differentiable]
        [At(0.7)]
        public double Squared(double x) => Predict(x) * Plain(x);
    }

    public partial class Scaled
    {
        public double Factor = 3;

        [Differentiable]
        [At(0.7)]
        public double Apply(double x) => Factor * x * x;

        [Differentiable]
        [At(0.7)]
        public double Twice(double x) => Apply(x) + Apply(2 * x);

        /// <summary>The method of another object of the same type: what it calls is called on that one.</summary>
        [Differentiable]
        [At(new double[] { 1.5 }, 0.7)]
        public double Beside(Scaled other, double x) => other.Twice(x) * Apply(x);
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.0 }, 0.7, Value = 2.135, Gradient = new double[] { 0.49, 0.7, 4.1 })]
    public static double Marked(Line line, double x) => line.Predict(x) * x;

    [Differentiable]
    [At(new double[] { 1.5, 2.0 }, 0.7, Value = 2.135, Gradient = new double[] { 0.49, 0.7, 4.1 })]
    public static double Unmarked(Line line, double x) => line.Plain(x) * x;

    [Differentiable]
    [At(new double[] { 1.5, 2.0 }, 0.7)]
    public static double Nested(Line line, double x)
    {
        double sum = 0;
        for (int i = 0; i < 3; i++)
        {
            sum += line.Squared(x * i) * line.Slope;
            line.Offset *= x;
        }
        return sum;
    }

    [Differentiable]
    [At(new double[] { 1.5, 2.0 }, new double[] { -0.5, 0.3 }, 0.7)]
    public static double Two(Line first, Line second, double x) => first.Squared(second.Predict(x)) + second.Squared(x);

    /// <summary>An object that is a constant beside one that is not.</summary>
    [Differentiable]
    [At(new double[] { 1.5, 2.0 }, 0.7)]
    public static double BesideAConstant(Line line, double x)
    {
        Line fixedLine = new() { Slope = 3, Offset = 1 };
        return fixedLine.Squared(x) * line.Squared(x);
    }
}
