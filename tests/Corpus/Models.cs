using System;
using AutoDiff;

namespace Corpus;

/// <summary>Classes as models: numbers, arrays and nested models; the adjoint is an object of the same type.</summary>
public static partial class Models
{
    public class Line
    {
        public double Slope;

        public double Offset { get; set; }

        [NoGradient]
        public double Scale = 2;

        public double At(double x) => (Slope * x + Offset) * Scale;
    }

    public class Network
    {
        public double[] Weights = [];
        public Line Output = new();
        public int Layers;
    }

    [Differentiable]
    [At(new double[] { 0.7, -0.2, 3 }, 1.3)]
    [MayBeRefused("the constant member is a number of the row too")]
    public static double ConstantMember(Line line, double x) => line.Slope * x + line.Offset;

    public class Curve
    {
        public double K;
        public double[] C = [];

        public double Bias { get; set; }
    }

    [Differentiable]
    [At(new double[] { 1.1, 1, 2, 3, 0.3 }, 0.9)]
    public static double Polynomial([Shape(3)] Curve curve, double x)
    {
        double sum = curve.Bias;
        for (int i = 0; i < curve.C.Length; i++) sum = sum * x + curve.C[i] * curve.K;
        return sum;
    }

    [Differentiable]
    [At(new double[] { 1.1, 1, 2, 3, 0.3 }, 0.9)]
    public static double Updated([Shape(3)] Curve curve, double x)
    {
        var same = curve;
        same.K *= x;
        curve.Bias = same.K * curve.C[0];
        curve.C[1] *= curve.Bias;
        return curve.K + same.Bias * curve.C[1];
    }
}
