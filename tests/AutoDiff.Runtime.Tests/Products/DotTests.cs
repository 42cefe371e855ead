namespace AutoDiff.Runtime.Tests.Products;

/// <summary>MXNet's dot: over the last axis of the left and the first axis of the right operand.</summary>
public sealed class DotTests
{
    public static TheoryData<int[], int[], int[]> Shapes => new()
    {
        { [3], [3], [] }, { [2, 3], [3, 4], [2, 4] }, { [2, 3], [3], [2] }, { [3], [3, 4], [4] }, { [2, 5, 3], [3, 4], [2, 5, 4] },
        { [2, 3], [3, 4, 2], [2, 4, 2] }, { [2, 2, 3], [3, 2, 2], [2, 2, 2, 2] }, { [0], [0], [] }, { [0, 3], [3, 2], [0, 2] }, { [2, 0], [0, 2], [2, 2] },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Dot_SumsOverLastAndFirstAxis(int[] left, int[] right, int[] shape)
    {
        Random random = new(1);
        NDArray<double> a = Arrays.RandomView<double>(random, left), b = Arrays.RandomView<double>(random, right);
        NDArray<double> product = a.Dot(b);
        Assert.Equal(shape, product.Shape.ToArray());
        int inner = right[0], rows = inner == 0 ? 0 : a.Size / inner, columns = inner == 0 ? 0 : b.Size / inner;
        double[] x = a.ToArray(), y = b.ToArray(), expected = new double[product.Size];
        for (int i = 0; i < rows; i++)
            for (int p = 0; p < inner; p++)
                for (int j = 0; j < columns; j++) expected[i * columns + j] += x[i * inner + p] * y[p * columns + j];
        CentralDifferences.AssertClose(expected, product.ToArray(), 1e-15, "product");
        CentralDifferences.Check(z => z[0].Dot(z[1]), a, b);
    }

    [Fact]
    public void Dot_OfAxesThatDiffer_NamesTheShapes()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => NDArray.Zeros<float>(2, 3).Dot(NDArray.Zeros<float>(2, 3)));
        Assert.Contains("Dot: the shapes 2x3 and 2x3", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => NDArray.Zeros<float>().Dot(NDArray.Zeros<float>(1)));
    }
}
