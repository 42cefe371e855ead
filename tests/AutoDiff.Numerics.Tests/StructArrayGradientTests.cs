using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>Gradients by arrays of structs that hold arrays: what the corpus, whose structs in arrays are made of numbers, cannot say.</summary>
public sealed class StructArrayGradientTests
{
    [Fact]
    public void Gradient_ByStructsWithFields_HasTheirShape()
    {
        StructArrayFunctions.Layer[] layers = [new() { Weights = [2, 3], Bias = 5, Order = 2 }, new() { Weights = [7], Bias = 11, Order = 1, Table = new double[,] { { 13, 17 } } }];

        (double value, StructArrayFunctions.Layer[] gradient, double x) = StructArrayFunctions.WeighedGradient(layers, 0.5);

        Assert.Equal((2 + 3 * 0.5) * 25 + 7 * 11 + 17 * 0.5, value);
        Assert.Equal([[25, 12.5], [11]], gradient.Select(layer => layer.Weights));
        Assert.Equal([(2 + 3 * 0.5) * 2 * 5, 7], gradient.Select(layer => layer.Bias));
        Assert.Null(gradient[0].Table);
        Assert.Equal(new double[,] { { 0, 0.5 } }, gradient[1].Table);
        Assert.Equal(3 * 25 + 17, x);
    }

    [Fact]
    public void Gradient_ByRecords_HasTheirShape()
    {
        StructArrayFunctions.Row[] rows = [new([2, 3], 5), new([7, 11], 13)];

        (double value, StructArrayFunctions.Row[] gradient) = StructArrayFunctions.ScaledGradient(rows);

        Assert.Equal(5 * 5 + 13 * 18, value);
        Assert.Equal([[5, 5], [13, 13]], gradient.Select(row => row.Values));
        Assert.Equal([5, 18], gradient.Select(row => row.Scale));
    }

    [Fact]
    public void Gradient_ByTuples_HasTheirShape()
    {
        (double value, (double[] Values, double Scale)[] gradient) = StructArrayFunctions.PairedGradient([([2, 3], 5)]);

        Assert.Equal(5 * 5, value);
        Assert.Equal(new double[] { 5, 5 }, gradient[0].Values);
        Assert.Equal(5, gradient[0].Scale);
    }
}

public static partial class StructArrayFunctions
{
    public struct Layer
    {
        public double[] Weights;
        public double Bias;
        public int Order;
        public double[,]? Table;
    }

    public readonly record struct Row(double[] Values, double Scale);

    [Differentiable]
    public static double Weighed(Layer[] layers, double x)
    {
        double sum = 0;
        foreach (Layer layer in layers)
        {
            double power = 1;
            for (int i = 0; i < layer.Weights.Length; i++, power *= x) sum += layer.Weights[i] * power * (layer.Order == 2 ? layer.Bias * layer.Bias : layer.Bias);
            if (layer.Order == 1) sum += layer.Table![0, 1] * x;
        }
        return sum;
    }

    [Differentiable]
    public static double Scaled(Row[] rows)
    {
        double sum = 0;
        for (int i = 0; i < rows.Length; i++)
            foreach (double value in rows[i].Values) sum += rows[i].Scale * value;
        return sum;
    }

    [Differentiable]
    public static double Paired((double[] Values, double Scale)[] rows)
    {
        double sum = 0;
        for (int i = 0; i < rows.Length; i++)
            for (int j = 0; j < rows[i].Values.Length; j++) sum += rows[i].Scale * rows[i].Values[j];
        return sum;
    }
}
