namespace AutoDiff.Runtime.Tests.Training;

/// <summary>Batches of examples, and parameters to begin with.</summary>
public sealed class DataLoaderTests
{
    static readonly NDArray<float> Features = NDArray.Create([.. Enumerable.Range(0, 20).Select(i => (float)i)], 10, 2);
    static readonly NDArray<int> Labels = NDArray.Create([.. Enumerable.Range(0, 10)]);

    [Fact]
    public void Batches_InOrder_EndWithTheRest()
    {
        DataLoader<float, int> loader = new(Features, Labels, 4);
        Assert.Equal(3, loader.Count);
        Assert.Equal([4, 4, 2], loader.Select(batch => batch.Features.Shape[0]));
        Assert.Equal(Enumerable.Range(0, 10), loader.SelectMany(batch => batch.Labels.ToArray()));
    }

    [Fact]
    public void Batches_Shuffled_HaveEveryExampleOnceAndInAnotherOrderEachTime()
    {
        DataLoader<float, int> loader = new(Features, Labels, 3, new ArrayRandom(1));
        int[] first = Pass(), second = Pass();
        Assert.Equal(Enumerable.Range(0, 10), first.Order());
        Assert.Equal(Enumerable.Range(0, 10), second.Order());
        Assert.NotEqual(first, second);

        int[] Pass() => [.. loader.SelectMany(batch =>
        {
            Assert.Equal(batch.Labels.ToArray().SelectMany(label => new[] { 2f * label, 2f * label + 1 }), batch.Features.ToArray());
            return batch.Labels.ToArray();
        })];
    }

    [Fact]
    public void Loader_OfDifferentNumbersOfExamples_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new DataLoader<float, int>(Features, NDArray.Zeros<int>(9), 2));
        Assert.Contains("10x2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataLoader<float, int>(Features, Labels, 0));
    }

    [Fact]
    public void Initializers_GiveAttachedParametersOfTheirDistribution()
    {
        ArrayRandom random = new(3);
        NDArray<double> normal = Initializer.Normal(random, 0.01, 100, 100), xavier = Initializer.Xavier<double>(random, 30, 50, 3, 3);
        Assert.NotNull(normal.Gradient);
        Assert.Equal(0.01, Math.Sqrt(normal.Square().Mean().ToScalar()), 5e-4);
        double bound = Math.Sqrt(6.0 / (80 * 9));
        Assert.InRange(xavier.Max().ToScalar(), bound * 0.99, bound);
        Assert.InRange(xavier.Min().ToScalar(), -bound, -bound * 0.99);
        Assert.Equal(0, Initializer.Zeros<double>(4).Norm().ToScalar());
    }
}
