namespace AutoDiff.Runtime.Tests.Layers;

/// <summary>Rows of a weight by index.</summary>
public sealed class EmbeddingTests
{
    [Fact]
    public void Embedding_PutsRowsInPlaceOfTheIndex()
    {
        NDArray<double> weight = Arrays.RandomView<double>(new Random(1), 5, 3);
        NDArray<int> index = NDArray.Create<int>([[4, 0], [2, 4], [1, 1]]);
        NDArray<double> rows = weight.Embedding(index);
        Assert.Equal([3, 2, 3], rows.Shape.ToArray());
        double[] elements = weight.ToArray();
        Assert.Equal(index.ToArray().SelectMany(row => elements[(row * 3)..(row * 3 + 3)]), rows.ToArray());
        Assert.Equal([0, 3], weight.Embedding(NDArray.Zeros<int>(0)).Shape.ToArray());
    }

    [Fact]
    public void Embedding_Derivatives_AddUpForRowsTakenTwice()
    {
        NDArray<double> weight = Arrays.RandomView<double>(new Random(2), 4, 3);
        NDArray<int> index = NDArray.Create([3, 1, 3, 0]);
        CentralDifferences.Check(a => a[0].Embedding(index), weight);
        CentralDifferences.Check(a => a[0].Exp().Embedding(index).Exp(), weight);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void Embedding_OfARowThatIsNotThere_IsRefused(int row)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => NDArray.Ones<float>(4, 3).Embedding(NDArray.Create([0, row])));
        Assert.Contains("4x3", error.Message, StringComparison.Ordinal);
    }
}
