namespace AutoDiff.Runtime.Tests.Layers;

/// <summary>Batch and layer normalisation against their definition.</summary>
public sealed class NormalisationTests
{
    [Theory]
    [InlineData(new[] { 5, 3, 4, 2 }, 1)]
    [InlineData(new[] { 40, 6 }, 1)]
    [InlineData(new[] { 2, 3, 40, 30 }, 1)]
    [InlineData(new[] { 4, 5, 3 }, -1)]
    [InlineData(new[] { 3, 7, 2 }, 0)]
    public void BatchNorm_InTraining_StandardizesEachChannel(int[] shape, int axis)
    {
        Random random = new(1);
        int along = axis < 0 ? axis + shape.Length : axis, channels = shape[along], inner = shape[(along + 1)..].Aggregate(1, (size, length) => size * length);
        NDArray<double> x = Arrays.RandomView<double>(random, shape), gamma = Arrays.Random<double>(random, channels), beta = Arrays.Random<double>(random, channels);
        NDArray<double> movingMean = NDArray.Ones<double>(channels), movingVariance = NDArray.Full(2.0, channels);
        double[] elements = x.ToArray(), y;
        using (Autograd.TrainMode()) y = x.BatchNorm(gamma, beta, movingMean, movingVariance, 1e-3, 0.75, axis).ToArray();
        double[] expected = new double[y.Length], means = new double[channels], variances = new double[channels];
        for (int channel = 0; channel < channels; channel++)
        {
            int[] places = [.. Enumerable.Range(0, elements.Length).Where(i => i / inner % channels == channel)];
            double mean = places.Average(i => elements[i]), variance = places.Average(i => Math.Pow(elements[i] - mean, 2));
            foreach (int i in places)
                expected[i] = (elements[i] - mean) / Math.Sqrt(variance + 1e-3) * gamma.ToArray()[channel] + beta.ToArray()[channel];
            (means[channel], variances[channel]) = (0.75 + 0.25 * mean, 1.5 + 0.25 * variance);
        }
        CentralDifferences.AssertClose(expected, y, 1e-13, "y");
        CentralDifferences.AssertClose(means, movingMean.ToArray(), 1e-14, "moving mean");
        CentralDifferences.AssertClose(variances, movingVariance.ToArray(), 1e-14, "moving variance");

        double[] predicted = x.BatchNorm(gamma, beta, movingMean, movingVariance, 1e-3, 0.75, axis).ToArray();
        for (int i = 0; i < predicted.Length; i++)
        {
            int channel = i / inner % channels;
            expected[i] = (elements[i] - means[channel]) / Math.Sqrt(variances[channel] + 1e-3) * gamma.ToArray()[channel] + beta.ToArray()[channel];
        }
        CentralDifferences.AssertClose(expected, predicted, 1e-13, "prediction");
    }

    [Fact]
    public void BatchNorm_OfFloats_IsThatOfDoubles()
    {
        Random random = new(2);
        NDArray<float> x = Arrays.Random<float>(random, 9, 4, 5, 7), gamma = Arrays.Random<float>(random, 4), beta = Arrays.Random<float>(random, 4);
        NDArray<double> y;
        using (Autograd.TrainMode())
        {
            y = Doubles(x).BatchNorm(Doubles(gamma), Doubles(beta), NDArray.Zeros<double>(4), NDArray.Ones<double>(4));
            CentralDifferences.AssertClose(
                y.ToArray(), x.BatchNorm(gamma, beta, NDArray.Zeros<float>(4), NDArray.Ones<float>(4)).ToDoubles(), 1e-6, "y");
        }
        CentralDifferences.AssertClose(
            Doubles(x).LayerNorm(NDArray.Ones<double>(7), NDArray.Zeros<double>(7)).ToArray(),
            x.LayerNorm(NDArray.Ones<float>(7), NDArray.Zeros<float>(7)).ToDoubles(), 1e-6, "y");

        static NDArray<double> Doubles(NDArray<float> array) => NDArray.Create(array.ToDoubles(), array.Shape);
    }

    [Theory]
    [InlineData(new[] { 4, 2 }, 1)]
    [InlineData(new[] { 2, 2, 3, 2 }, 1)]
    [InlineData(new[] { 2, 3 }, 0)]
    public void BatchNorm_Derivatives_AreThoseOfTheDefinition(int[] shape, int axis)
    {
        Random random = new(3);
        NDArray<double> x = Arrays.RandomView<double>(random, shape), gamma = Arrays.Random<double>(random, shape[axis]), beta = Arrays.Random<double>(random, shape[axis]);
        NDArray<double> Normalised(NDArray<double>[] a, bool isTraining)
        {
            using Autograd.Scope mode = isTraining ? Autograd.TrainMode() : Autograd.PredictMode();
            return a[0].BatchNorm(a[1], a[2], NDArray.Full(0.5, shape[axis]), NDArray.Full(2.0, shape[axis]), 0.1, axis: axis);
        }

        CentralDifferences.Check(a => Normalised(a, true), x, gamma, beta);
        CentralDifferences.Check(a => Normalised(a, true).Exp(), x, gamma, beta);
        CentralDifferences.Check(a => Normalised(a, false).Exp(), x, gamma, beta);
    }

    [Theory]
    [InlineData(new[] { 3, 5 }, -1)]
    [InlineData(new[] { 2, 3, 4 }, 1)]
    [InlineData(new[] { 6 }, 0)]
    public void LayerNorm_StandardizesAlongTheAxis_WithItsDerivatives(int[] shape, int axis)
    {
        Random random = new(4);
        int along = axis < 0 ? axis + shape.Length : axis, length = shape[along], inner = shape[(along + 1)..].Aggregate(1, (size, each) => size * each);
        NDArray<double> x = Arrays.RandomView<double>(random, shape), gamma = Arrays.Random<double>(random, length), beta = Arrays.Random<double>(random, length);
        double[] elements = x.ToArray(), expected = new double[elements.Length], factor = gamma.ToArray(), summand = beta.ToArray();
        foreach (IGrouping<int, int> row in Enumerable.Range(0, elements.Length).GroupBy(i => i / (inner * length) * inner + i % inner))
        {
            double mean = row.Average(i => elements[i]), variance = row.Average(i => Math.Pow(elements[i] - mean, 2));
            foreach (int i in row) expected[i] = (elements[i] - mean) / Math.Sqrt(variance + 0.01) * factor[i / inner % length] + summand[i / inner % length];
        }
        NDArray<double> y = x.LayerNorm(gamma, beta, 0.01, axis);
        Assert.Equal(shape, y.Shape.ToArray());
        CentralDifferences.AssertClose(expected, y.ToArray(), 1e-13, "y");
        CentralDifferences.Check(a => a[0].LayerNorm(a[1], a[2], 0.1, axis), x, gamma, beta);
        CentralDifferences.Check(a => a[0].Exp().LayerNorm(a[1], a[2], 0.1, axis).Exp(), x, gamma, beta);
    }

    [Fact]
    public void LayerNorm_ThirdDerivative_IsTheDifferenceOfTheSecond()
    {
        NDArray<double> gamma = NDArray.Ones<double>(3), beta = NDArray.Zeros<double>(3), weights = NDArray.Create([1.0, -2, 0.5]);
        double[] Second(double[] at, bool isThird)
        {
            NDArray<double> x = NDArray.Create(at);
            x.AttachGradient();
            NDArray<double> y;
            using (Autograd.Record()) y = x.LayerNorm(gamma, beta, 0.1) * weights;
            for (int order = 1; order < (isThird ? 3 : 2); order++) y = Autograd.Gradient<double>([y], [x], [weights], createGraph: true)[0];
            return Autograd.Gradient<double>([y], [x], [weights])[0].ToArray();
        }

        double[] at = [0.3, -0.7, 1.1], third = Second(at, true);
        for (int i = 0; i < 3; i++)
        {
            double[] Moved(double by) => Second([.. at.Select((value, j) => j == i ? value + by : value)], false);
            double difference = Moved(1e-5).Zip(Moved(-1e-5), (x, y) => (x - y) / 2e-5).Zip(weights.ToArray(), (x, w) => x * w).Sum();
            Assert.Equal(difference, third[i], 1e-7);
        }
    }

    [Fact]
    public void Normalisation_OfShapesThatDoNotFit_NamesThem()
    {
        NDArray<float> x = NDArray.Ones<float>(2, 3), two = NDArray.Ones<float>(2), three = NDArray.Ones<float>(3);
        Assert.Contains("2x3", Assert.Throws<ArgumentException>(() => x.BatchNorm(two, three, three, three)).Message, StringComparison.Ordinal);
        Assert.Contains("2x3", Assert.Throws<ArgumentException>(() => x.LayerNorm(two, two)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => x.LayerNorm(three, three, axis: 2));
        using Autograd.Scope training = Autograd.TrainMode();
        Assert.Throws<ArgumentException>(() => NDArray.Ones<float>(0, 3).BatchNorm(three, three, three, three));
    }
}
