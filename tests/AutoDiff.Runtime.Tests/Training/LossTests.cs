namespace AutoDiff.Runtime.Tests.Training;

/// <summary>Losses against their formulas, and where naive formulas overflow.</summary>
public sealed class LossTests
{
    [Fact]
    public void Squared_IsHalfTheMeanSquareOfEachExample()
    {
        NDArray<double> loss = Loss.Squared(NDArray.Create<double>([[1, 2], [3, 5]]), NDArray.Create<double>([[0, 2], [1, 1]]));
        Assert.Equal([0.25, 5], loss.ToArray());
    }

    [Fact]
    public void Absolute_IsTheMeanDistanceOfEachExample() =>
        Assert.Equal([0.5, 3], Loss.Absolute(NDArray.Create<double>([[1, 2], [3, 5]]), NDArray.Create<double>([[0, 2], [1, 1]])).ToArray());

    [Fact]
    public void SoftmaxCrossEntropy_AndItsGradient_FollowTheFormula()
    {
        NDArray<double> scores = NDArray.Create<double>([[1, 2, 3], [0.5, -1, 0.25]]);
        scores.AttachGradient();
        NDArray<double> loss;
        using (Autograd.Record()) loss = Loss.SoftmaxCrossEntropy(scores, NDArray.Create([2, 0]));
        loss.Backward();
        double[][] rows = [[1, 2, 3], [0.5, -1, 0.25]];
        int[] labels = [2, 0];
        for (int i = 0; i < 2; i++)
        {
            double sum = rows[i].Sum(Math.Exp);
            Assert.Equal(Math.Log(sum) - rows[i][labels[i]], loss.ToArray()[i], 1e-14);
            for (int j = 0; j < 3; j++) Assert.Equal(Math.Exp(rows[i][j]) / sum - (j == labels[i] ? 1 : 0), scores.Gradient!.ToArray()[i * 3 + j], 1e-14);
        }
    }

    [Fact]
    public void SoftmaxCrossEntropy_OfHugeScores_IsFinite()
    {
        NDArray<float> scores = NDArray.Create<float>([[1e30f, 0], [-1e30f, 1e30f]]);
        scores.AttachGradient();
        NDArray<float> loss;
        using (Autograd.Record()) loss = Loss.SoftmaxCrossEntropy(scores, NDArray.Create([0, 1]));
        loss.Backward();
        Assert.Equal([0f, 0], loss.ToArray());
        Assert.All(scores.Gradient!.ToArray(), element => Assert.Equal(0f, element));
    }

    [Fact]
    public void SigmoidCrossEntropy_OfHugeScores_IsFinite()
    {
        NDArray<double> loss = Loss.SigmoidCrossEntropy(NDArray.Create([1000.0, -1000, 0]), NDArray.Create([1.0, 1, 0.5]));
        Assert.Equal([0.0, 1000, Math.Log(2)], loss.ToArray());
    }

    [Fact]
    public void Losses_OfShapesThatDoNotFit_NameThem()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Loss.Squared(NDArray.Zeros<double>(4, 1), NDArray.Zeros<double>(4)));
        Assert.Contains("4x1", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Loss.SoftmaxCrossEntropy(NDArray.Zeros<double>(4, 3), NDArray.Zeros<int>(3)));
    }
}
