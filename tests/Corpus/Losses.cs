using System;
using AutoDiff;

namespace Corpus;

/// <summary>Objectives of optimisation and of machine learning.</summary>
public static partial class Losses
{
    [Differentiable]
    [At(new double[] { -1.2, 1 }, Value = 24.2, Gradient = new double[] { -215.6, -88 })]
    [At(new double[] { 0.5, -0.3, 1.1, 0.8, -0.9 })]
    public static double Rosenbrock(double[] x)
    {
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            sum += 100 * a * a + b * b;
        }

        return sum;
    }

    [Differentiable]
    [At(1.0, 1.0, Value = 106)]
    [At(3.1, 1.9)]
    public static double Himmelblau(double x, double y) => Math.Pow(x * x + y - 11, 2) + Math.Pow(x + y * y - 7, 2);

    [Differentiable]
    [At(new double[] { 0.2, -0.5, 0.1 }, new double[] { 1, 2, -1, 0.5, 0.3, -2, -0.7, 1.5 }, new int[] { 1, 0, 0, 1 }, 0.01)]
    public static double LogisticRegression(double[] w, [NoGradient] double[] x, int[] labels, double penalty)
    {
        int features = w.Length - 1;
        double loss = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double z = w[features];
            for (int j = 0; j < features; j++) z += w[j] * x[i * features + j];
            double margin = labels[i] == 1 ? z : -z;
            loss += margin > 0 ? Math.Log(1 + Math.Exp(-margin)) : Math.Log(1 + Math.Exp(margin)) - margin;
        }

        for (int j = 0; j < features; j++) loss += penalty * w[j] * w[j];
        return loss / labels.Length;
    }

    [Differentiable]
    [At(new double[] { 1.5, -0.3, 2.2, 0.1 }, 2)]
    [At(new double[] { 700, 710, 690 }, 0)]
    public static double SoftmaxCrossEntropy(double[] logits, int label)
    {
        double largest = logits[0];
        for (int i = 1; i < logits.Length; i++) largest = Math.Max(largest, logits[i]);
        double sum = 0;
        for (int i = 0; i < logits.Length; i++) sum += Math.Exp(logits[i] - largest);
        return Math.Log(sum) + largest - logits[label];
    }

    [Differentiable]
    [At(new double[] { 0.1, 0.2, 0.3 })]
    [At(new double[] { -1000, 1000, 999 })]
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
        double max = double.NegativeInfinity;
        foreach (double v in x)
        {
            if (v > max) max = v;
        }

        double sum = 0;
        foreach (double v in x) sum += Math.Exp(v - max);
        return max + Math.Log(sum);
    }

    // One hidden layer of tanh, softplus at the end; the weights in one flat array.
    [Differentiable]
    [At(new double[] { 0.1, -0.2, 0.3, 0.5, 0.7, -0.4, 0.05, -0.15, 0.25, 1.2, -0.8, 0.6, 0.3 }, new double[] { 0.7, -1.3 }, 3)]
    public static double TinyNetwork(double[] weights, double[] x, int hidden)
    {
        Span<double> h = stackalloc double[hidden];
        int k = 0;
        for (int i = 0; i < hidden; i++)
        {
            double z = 0;
            for (int j = 0; j < x.Length; j++) z += weights[k++] * x[j];
            h[i] = Math.Tanh(z + weights[k++]);
        }

        double y = weights[weights.Length - 1];
        for (int i = 0; i < hidden; i++) y += weights[k++] * h[i];
        return Math.Log(1 + Math.Exp(y));
    }

    // Negative log-likelihood of a mixture of normals.
    [Differentiable]
    [At(new double[] { 0.3, 0.7 }, new double[] { -1, 2 }, new double[] { 0.5, 1.5 }, new double[] { -0.8, 1.9, 0.3, 2.7 })]
    public static double GaussianMixture(double[] weights, double[] means, double[] deviations, double[] data)
    {
        double total = 0;
        foreach (double x in data)
        {
            double density = 0;
            for (int k = 0; k < weights.Length; k++)
            {
                double z = (x - means[k]) / deviations[k];
                density += weights[k] * Math.Exp(-0.5 * z * z) / (deviations[k] * Math.Sqrt(2 * Math.PI));
            }

            total -= Math.Log(density);
        }

        return total;
    }

    [Differentiable]
    [At(new double[] { 1, 0.5 }, new double[] { 0.5, 1, 1.5, 2, 2.5 }, new double[] { 2, 2.4, 3.1, 3.4, 14 }, 1.345)]
    public static double RobustLine(double[] line, [NoGradient] double[] x, [NoGradient] double[] y, [NoGradient] double k)
    {
        double loss = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double r = Math.Abs(y[i] - line[0] - line[1] * x[i]);
            if (r < k)
            {
                loss += r * r / 2;
            }
            else
            {
                loss += k * r - k * k / 2;
            }
        }

        return loss;
    }

    // Gradient descent inside the function: the learning rate has a derivative too.
    [Differentiable]
    [At(0.1, 5.0, 8)]
    public static double AfterGradientDescent(double rate, double start, int steps)
    {
        double x = start, velocity = 0;
        for (int i = 0; i < steps; i++)
        {
            double slope = 2 * (x - 3) + Math.Cos(x);
            velocity = 0.5 * velocity - rate * slope;
            x += velocity;
        }

        return (x - 3) * (x - 3) + Math.Sin(x);
    }
}
