namespace AutoDiff.Runtime.Tests.Layers;

/// <summary>Dropout: what remains, and the derivative.</summary>
public sealed class DropoutTests
{
    [Fact]
    public void Dropout_InPrediction_IsTheArrayItself()
    {
        NDArray<float> x = NDArray.Ones<float>(10, 10);
        Assert.Same(x, x.Dropout(0.5f));
        using (Autograd.Record(trainMode: false)) Assert.Same(x, x.Dropout(0.5f));
    }

    [Fact]
    public void Dropout_InTraining_ScalesWhatRemainsAndItsGradient()
    {
        NDArray<double> x = NDArray.Full(3.0, 200, 500);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = x.Dropout(0.2, new ArrayRandom(1));
        double[] values = y.ToArray();
        Assert.All(values, value => Assert.True(value is 0 or 3.75));
        Assert.Equal(0.2, values.Count(value => value == 0) / 100_000.0, 0.006);
        y.Backward();
        Assert.Equal(values.Select(value => value / 3), x.Gradient!.ToArray());
    }

    [Fact]
    public void Dropout_OfOneSeed_DropsTheSame()
    {
        NDArray<float> x = NDArray.Ones<float>(1000);
        using Autograd.Scope training = Autograd.TrainMode();
        Assert.Equal(x.Dropout(0.5f, new ArrayRandom(4)).ToArray(), x.Dropout(0.5f, new ArrayRandom(4)).ToArray());
        Assert.NotEqual(x.Dropout(0.5f).ToArray(), x.Dropout(0.5f).ToArray());
    }

    [Fact]
    public void Dropout_Derivatives_AreThoseOfTheMask()
    {
        NDArray<double> x = Arrays.RandomView<double>(new Random(1), 4, 5);
        CentralDifferences.Check(
            a =>
            {
                using Autograd.Scope mode = Autograd.IsRecording ? Autograd.Record() : Autograd.TrainMode();
                return a[0].Exp().Dropout(0.4, new ArrayRandom(2)).Exp();
            },
            x);
    }

    [Fact]
    public void Dropout_OfExtremeProbabilities_KeepsAllOrNothing()
    {
        NDArray<double> x = NDArray.Ones<double>(50);
        using Autograd.Scope training = Autograd.TrainMode();
        Assert.Equal(x.ToArray(), x.Dropout(0).ToArray());
        Assert.All(x.Dropout(1).ToArray(), value => Assert.Equal(0, value));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Dropout(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Dropout(double.NaN));
        Assert.Throws<NotSupportedException>(() => NDArray.Ones<int>(3).Dropout(0));
    }
}
