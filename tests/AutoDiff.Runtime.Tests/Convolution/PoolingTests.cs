namespace AutoDiff.Runtime.Tests.Convolution;

/// <summary>Pooling against loops over each window.</summary>
public sealed class PoolingTests
{
    /// <summary>The shape; size, stride, padding.</summary>
    public static TheoryData<int[], int[]> Cases => new()
    {
        { [2, 3, 6, 8], [2, 2, 0] }, { [2, 3, 7, 5], [2, 2, 0] }, { [1, 2, 7, 7], [3, 2, 1] }, { [2, 1, 5, 6], [3, 1, 0] }, { [1, 1, 4, 4], [2, 3, 1] },
        { [0, 2, 4, 4], [2, 2, 0] }, { [1, 1, 1, 1], [1, 1, 0] }, { [200, 20, 6, 6], [2, 2, 0] }, { [1, 1, 2, 2], [3, 2, 2] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Pooling_TakesEachWindow(int[] shape, int[] options)
    {
        Random random = new(6);
        Compare(Arrays.RandomView<double>(random, shape), options);
        Compare(Arrays.RandomView<float>(random, shape), options);
    }

    static void Compare<T>(NDArray<T> x, int[] options)
    {
        (int size, int stride, int padding) = (options[0], options[1], options[2]);
        double[] elements = x.ToDoubles();
        (int height, int width) = (x.Shape[2], x.Shape[3]);
        (int rows, int columns) = ((height + 2 * padding - size) / stride + 1, (width + 2 * padding - size) / stride + 1);
        List<double> largest = [], means = [];
        for (int plane = 0; plane < x.Shape[0] * x.Shape[1]; plane++)
            for (int i = 0; i < rows; i++)
                for (int j = 0; j < columns; j++)
                {
                    (double max, double sum) = (double.NegativeInfinity, 0);
                    for (int row = i * stride - padding; row < i * stride - padding + size; row++)
                        for (int column = j * stride - padding; column < j * stride - padding + size; column++)
                        {
                            if (row < 0 || row >= height || column < 0 || column >= width) continue;
                            double value = elements[(plane * height + row) * width + column];
                            (max, sum) = (Math.Max(max, value), sum + value);
                        }
                    largest.Add(max);
                    means.Add(sum / (size * size));
                }
        NDArray<T> maximum = x.MaxPool2D(size, stride, padding);
        Assert.Equal([x.Shape[0], x.Shape[1], rows, columns], maximum.Shape.ToArray());
        Assert.Equal(largest, maximum.ToDoubles());
        CentralDifferences.AssertClose(means.ToArray(), x.AvgPool2D(size, stride, padding).ToDoubles(), 1e-6, "mean");
    }

    [Theory]
    [InlineData(2, 2, 0)]
    [InlineData(3, 2, 1)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 2)]
    public void Pooling_Derivatives_AreThoseOfTheWindows(int size, int stride, int padding)
    {
        NDArray<double> x = Arrays.RandomView<double>(new Random(8), 2, 2, 5, 6);
        CentralDifferences.Check(a => a[0].MaxPool2D(size, stride, padding), x);
        CentralDifferences.Check(a => a[0].Exp().MaxPool2D(size, stride, padding).Exp(), x);
        CentralDifferences.Check(a => a[0].AvgPool2D(size, stride, padding), x);
        CentralDifferences.Check(a => a[0].Exp().AvgPool2D(size, stride, padding).Exp(), x);
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(9, 9)]
    [InlineData(7, 11)]
    [InlineData(2, 14)]
    [InlineData(4, 7)]
    public void MaxPool2D_OfPairs_GivesEachGradientToTheLargest(int height, int width)
    {
        Random random = new(10);
        NDArray<float> x = Arrays.RandomView<float>(random, 2, 3, height, width);
        x.AttachGradient();
        NDArray<float> y;
        using (Autograd.Record()) y = x.MaxPool2D(2);
        NDArray<float> head = Arrays.RandomView<float>(random, y.Shape.ToArray());
        y.Backward(head);
        (float[] elements, float[] heads, float[] expected) = (x.ToArray(), head.ToArray(), new float[x.Size]);
        (int rows, int columns) = (height / 2, width / 2);
        for (int i = 0; i < heads.Length; i++)
        {
            int first = (i / (rows * columns) * height + i / columns % rows * 2) * width + i % columns * 2;
            int place = ((int[])[first, first + 1, first + width, first + width + 1]).MaxBy(at => elements[at]);
            expected[place] += heads[i];
        }
        Assert.Equal(expected, x.Gradient!.ToArray());
    }

    /// <summary>Widths at and beside those that vectors end at.</summary>
    [Theory]
    [InlineData(4, 8)]
    [InlineData(3, 9)]
    [InlineData(6, 15)]
    [InlineData(5, 16)]
    [InlineData(4, 17)]
    [InlineData(7, 31)]
    [InlineData(2, 32)]
    [InlineData(6, 33)]
    [InlineData(4, 50)]
    public void MaxPool2D_OfPairsOfSpecialValues_TakesTheFirst(int height, int width)
    {
        float[] values = [float.NaN, float.NegativeInfinity, float.PositiveInfinity, 0f, -0f, 1f, -1f];
        Random random = new(11);
        NDArray<float> x = NDArray.Create([.. Enumerable.Range(0, 6 * height * width).Select(_ => values[random.Next(values.Length)])], 2, 3, height, width);
        x.AttachGradient();
        NDArray<float> y;
        using (Autograd.Record()) y = x.MaxPool2D(2);
        NDArray<float> head = Arrays.RandomView<float>(random, y.Shape.ToArray());
        y.Backward(head);
        (float[] elements, float[] heads, float[] maxima, float[] expected) = (x.ToArray(), head.ToArray(), new float[y.Size], new float[x.Size]);
        (int rows, int columns) = (height / 2, width / 2);
        for (int i = 0; i < heads.Length; i++)
        {
            int first = (i / (rows * columns) * height + i / columns % rows * 2) * width + i % columns * 2, place = first;
            foreach (int at in (int[])[first + 1, first + width, first + width + 1])
                if (elements[at] > elements[place] || (float.IsNaN(elements[at]) && !float.IsNaN(elements[place]))) place = at;
            maxima[i] = elements[place];
            expected[place] = heads[i];
        }
        Assert.Equal(maxima, y.ToArray());
        Assert.Equal(maxima, x.Detach().MaxPool2D(2).ToArray());
        Assert.Equal(expected, x.Gradient!.ToArray());
    }

    [Fact]
    public void GlobalAvgPool2D_IsTheMeanOfEachPlane()
    {
        NDArray<double> x = Arrays.RandomView<double>(new Random(9), 3, 2, 4, 5);
        double[] elements = x.ToArray();
        NDArray<double> mean = x.GlobalAvgPool2D();
        Assert.Equal([3, 2, 1, 1], mean.Shape.ToArray());
        CentralDifferences.AssertClose([.. elements.Chunk(20).Select(plane => plane.Average())], mean.ToArray(), 1e-15, "mean");
        CentralDifferences.Check(a => a[0].GlobalAvgPool2D().Exp(), x);
    }

    [Fact]
    public void MaxPool2D_OfEqualElements_GivesTheGradientToTheFirst()
    {
        NDArray<double> x = NDArray.Ones<double>(1, 1, 2, 4);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = x.MaxPool2D(2);
        y.Backward();
        Assert.Equal([1.0, 0, 1, 0, 0, 0, 0, 0], x.Gradient!.ToArray());
    }

    [Theory]
    [InlineData(new[] { 1.0, double.NaN, 3, 2 }, 1)]
    [InlineData(new[] { double.NaN, 1.0, double.NaN, 2 }, 0)]
    [InlineData(new[] { double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity }, 0)]
    [InlineData(new[] { -1, double.PositiveInfinity, double.PositiveInfinity, 0 }, 1)]
    public void MaxPool2D_OfSpecialValues_TakesNotANumberFirst(double[] window, int place)
    {
        NDArray<double> x = NDArray.Create(window, 1, 1, 2, 2);
        x.AttachGradient();
        foreach (int padding in (int[])[0, 1])
        {
            NDArray<double> y;
            using (Autograd.Record()) y = x.MaxPool2D(2 + 2 * padding, padding: padding);
            Assert.Equal(window[place], y.ToScalar());
            y.Backward();
            Assert.Equal(place, Array.IndexOf(x.Gradient!.ToArray(), 1.0));
        }
    }

    [Fact]
    public void Pooling_OfWhatDoesNotFit_NamesTheShape()
    {
        NDArray<float> x = NDArray.Zeros<float>(1, 1, 3, 4);
        Assert.Contains("1x1x3x4", Assert.Throws<ArgumentException>(() => x.MaxPool2D(4)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => x.AvgPool2D(2, padding: 2));
        Assert.Throws<ArgumentException>(() => NDArray.Zeros<float>(3, 4).AvgPool2D(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.MaxPool2D(2, 0));
    }
}
