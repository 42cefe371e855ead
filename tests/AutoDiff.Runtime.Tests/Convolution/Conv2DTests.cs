namespace AutoDiff.Runtime.Tests.Convolution;

/// <summary>Convolutions against sums written as loops.</summary>
public sealed class Conv2DTests
{
    /// <summary>Images, channels, height, width; output channels, kernel height, kernel width; stride, padding, dilation, groups.</summary>
    public static TheoryData<int[], int[], int[]> Cases => new()
    {
        { [1, 1, 3, 3], [1, 2, 2], [1, 0, 1, 1] }, { [2, 3, 8, 7], [4, 3, 3], [1, 1, 1, 1] }, { [3, 2, 9, 11], [5, 5, 3], [2, 2, 1, 1] },
        { [2, 4, 7, 7], [6, 3, 3], [1, 2, 2, 2] }, { [2, 6, 5, 5], [6, 3, 3], [1, 1, 1, 6] }, { [5, 3, 6, 4], [7, 1, 1], [1, 0, 1, 1] },
        { [2, 3, 6, 4], [2, 1, 1], [2, 1, 1, 1] }, { [1, 2, 2, 2], [3, 3, 3], [3, 2, 1, 1] }, { [2, 1, 28, 28], [6, 5, 5], [1, 2, 1, 1] },
        { [17, 2, 6, 6], [3, 3, 3], [1, 0, 1, 1] }, { [0, 2, 5, 5], [3, 3, 3], [1, 0, 1, 1] }, { [2, 2, 1, 40], [3, 1, 7], [3, 6, 3, 1] },
        { [1, 16, 60, 70], [8, 5, 5], [1, 2, 1, 1] }, { [2, 0, 4, 4], [3, 2, 2], [1, 0, 1, 1] }, { [1, 4, 3, 5], [4, 1, 1], [1, 0, 1, 4] },
        { [2, 2, 5, 15], [17, 3, 2], [1, 0, 1, 1] }, { [2, 3, 4, 16], [16, 3, 3], [1, 1, 1, 1] }, { [1, 2, 6, 33], [2, 3, 5], [1, 4, 1, 1] },
        { [2, 1, 7, 17], [3, 7, 17], [1, 0, 1, 1] }, { [1, 2, 3, 8], [4, 3, 3], [1, 3, 1, 2] }, { [1, 20, 40, 37], [9, 5, 5], [1, 2, 1, 1] },
        { [3, 2, 9, 20], [20, 3, 3], [1, 0, 1, 1] }, { [2, 3, 20, 19], [6, 4, 4], [1, 1, 1, 1] }, { [2, 4, 6, 20], [6, 3, 3], [1, 0, 1, 2] },
        { [1, 2, 12, 22], [5, 3, 3], [1, 2, 2, 1] }, { [2, 6, 14, 14], [16, 5, 5], [1, 0, 1, 1] }, { [17, 1, 2, 17], [8, 1, 2], [1, 0, 1, 1] },
        { [2, 2, 3, 64], [33, 2, 1], [1, 0, 1, 1] }, { [1, 3, 5, 6], [4, 5, 5], [1, 4, 1, 1] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Conv2D_IsTheSumOverEachWindow(int[] input, int[] kernel, int[] options)
    {
        Random random = new(2);
        int[] weight = [kernel[0], input[1] / options[3], kernel[1], kernel[2]];
        Compare<double>(random, input, weight, options, 1e-14);
        Compare<float>(random, input, weight, options, 2e-6);
    }

    static void Compare<T>(Random random, int[] input, int[] weight, int[] options, double tolerance)
    {
        NDArray<T> x = Arrays.RandomView<T>(random, input), w = Arrays.RandomView<T>(random, weight), b = Arrays.Random<T>(random, weight[0]);
        NDArray<T> result = x.Conv2D(w, b, options[0], options[1], options[2], options[3]);
        double[] sums = Loops(x.ToDoubles(), w.ToDoubles(), input, weight, options, out int[] shape);
        Assert.Equal(shape, result.Shape.ToArray());
        CentralDifferences.AssertClose(sums, x.Conv2D(w, null, options[0], options[1], options[2], options[3]).ToDoubles(), tolerance, "sum");
        double[] bias = b.ToDoubles();
        int plane = shape[2] * shape[3];
        CentralDifferences.AssertClose([.. sums.Select((sum, i) => sum + bias[i / plane % shape[1]])], result.ToDoubles(), tolerance, "sum with bias");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    [InlineData(new[] { 1, 300, 9, 7 }, new[] { 3, 5, 5 }, new[] { 1, 2, 1, 1 })] // a band's windows are fewer than a vector has lanes
    public void Conv2D_Gradients_AreTheSumsOverEachWindow(int[] input, int[] kernel, int[] options)
    {
        Random random = new(5);
        int[] weight = [kernel[0], input[1] / options[3], kernel[1], kernel[2]];
        CompareGradients<double>(random, input, weight, options, 1e-13);
        CompareGradients<float>(random, input, weight, options, 2e-5);
    }

    [Theory]
    [InlineData(1, 1, 1500, 1, 3)]
    [InlineData(1, 1, 1200, 20, 3)]
    [InlineData(1, 2, 1000, 3, 1)]
    [InlineData(3000, 1, 20, 2, 3)]
    public void Conv2D_WeightGradient_OfManyPixels_KeepsItsDigits(int images, int channels, int length, int outputs, int kernel)
    {
        NDArray<float> x = NDArray.Full(0.1f, images, channels, length, length), w = NDArray.Zeros<float>(outputs, channels, kernel, kernel);
        w.AttachGradient();
        NDArray<float> result;
        using (Autograd.Record()) result = x.Conv2D(w);
        result.Backward();
        double windows = (double)images * (length - kernel + 1) * (length - kernel + 1);
        Assert.All(w.Gradient!.ToArray(), value => Assert.Equal(1, value / (0.1f * windows), 2e-5));
    }

    static void CompareGradients<T>(Random random, int[] input, int[] weight, int[] options, double tolerance)
    {
        NDArray<T> x = Arrays.RandomView<T>(random, input), w = Arrays.RandomView<T>(random, weight);
        x.AttachGradient();
        w.AttachGradient();
        NDArray<T> result;
        using (Autograd.Record()) result = x.Conv2D(w, null, options[0], options[1], options[2], options[3]);
        NDArray<T> head = Arrays.RandomView<T>(random, result.Shape.ToArray());
        result.Backward(head);
        double[] xs = x.ToDoubles(), ws = w.ToDoubles(), heads = head.ToDoubles(), byInput = new double[xs.Length], byWeight = new double[ws.Length];
        foreach ((int to, int from, int at) in Products(input, weight, options, Shape(input, weight, options)))
        {
            byInput[from] += heads[to] * ws[at];
            byWeight[at] += heads[to] * xs[from];
        }
        CentralDifferences.AssertClose(byInput, x.Gradient!.ToDoubles(), tolerance, "gradient by the input");
        CentralDifferences.AssertClose(byWeight, w.Gradient!.ToDoubles(), tolerance, "gradient by the weight");
    }

    /// <summary>What lies beside a window in memory does not touch its sum, not even times zero.</summary>
    [Theory]
    [InlineData(3, 20)]
    [InlineData(16, 14)]
    [InlineData(7, 9)]
    public void Conv2D_OfNaN_TouchesOnlyWindowsThatSeeIt(int channels, int width)
    {
        int[] input = [2, 2, 6, width], weight = [channels, 2, 3, 3], options = [1, 0, 1, 1];
        NDArray<float> x = Arrays.Random<float>(new(6), input), w = Arrays.Random<float>(new(7), weight);
        x.AsSpan()[width - 1] = float.NaN;
        x.AsSpan()[^width] = float.PositiveInfinity;
        x.AttachGradient();
        w.AttachGradient();
        NDArray<float> result;
        using (Autograd.Record()) result = x.Conv2D(w);
        NDArray<float> head = Arrays.Random<float>(new(8), result.Shape.ToArray());
        head.AsSpan()[3 * (width - 2)] = float.NaN;
        result.Backward(head);
        double[] xs = x.ToDoubles(), ws = w.ToDoubles(), heads = head.ToDoubles();
        double[] sums = new double[heads.Length], byInput = new double[xs.Length], byWeight = new double[ws.Length];
        foreach ((int to, int from, int at) in Products(input, weight, options, Shape(input, weight, options)))
        {
            sums[to] += xs[from] * ws[at];
            byInput[from] += heads[to] * ws[at];
            byWeight[at] += heads[to] * xs[from];
        }
        Assert.Equal(sums.Select(double.IsFinite), result.ToDoubles().Select(double.IsFinite));
        Assert.Equal(byInput.Select(double.IsFinite), x.Gradient!.ToDoubles().Select(double.IsFinite));
        Assert.Equal(byWeight.Select(double.IsFinite), w.Gradient!.ToDoubles().Select(double.IsFinite));
    }

    static double[] Loops(double[] x, double[] w, int[] input, int[] weight, int[] options, out int[] shape)
    {
        shape = Shape(input, weight, options);
        double[] result = new double[shape.Aggregate(1, (size, length) => size * length)];
        foreach ((int to, int from, int at) in Products(input, weight, options, shape)) result[to] += x[from] * w[at];
        return result;
    }

    static int[] Shape(int[] input, int[] weight, int[] options)
    {
        int Length(int length, int kernel) => (length + 2 * options[1] - options[2] * (kernel - 1) - 1) / options[0] + 1;
        return [input[0], weight[0], Length(input[2], weight[2]), Length(input[3], weight[3])];
    }

    /// <summary>Which element of the input and which of the weight have a product in which element of the result.</summary>
    static IEnumerable<(int Result, int Input, int Weight)> Products(int[] input, int[] weight, int[] options, int[] shape)
    {
        (int stride, int padding, int dilation, int groups) = (options[0], options[1], options[2], options[3]);
        int at = 0;
        for (int image = 0; image < input[0]; image++)
            for (int o = 0; o < weight[0]; o++)
                for (int i = 0; i < shape[2]; i++)
                    for (int j = 0; j < shape[3]; j++, at++)
                        for (int c = 0; c < weight[1]; c++)
                            for (int y = 0; y < weight[2]; y++)
                                for (int k = 0; k < weight[3]; k++)
                                {
                                    int channel = o / (weight[0] / groups) * weight[1] + c;
                                    (int row, int column) = (i * stride - padding + y * dilation, j * stride - padding + k * dilation);
                                    if (row < 0 || row >= input[2] || column < 0 || column >= input[3]) continue;
                                    yield return (at, ((image * input[1] + channel) * input[2] + row) * input[3] + column,
                                        ((o * weight[1] + c) * weight[2] + y) * weight[3] + k);
                                }
    }

    [Theory]
    [InlineData(new[] { 2, 2, 4, 3 }, new[] { 2, 2, 2, 2 }, new[] { 1, 0, 1, 1 })]
    [InlineData(new[] { 2, 1, 5, 4 }, new[] { 2, 1, 3, 2 }, new[] { 2, 1, 1, 1 })]
    [InlineData(new[] { 1, 2, 5, 5 }, new[] { 2, 1, 2, 2 }, new[] { 1, 1, 2, 2 })]
    [InlineData(new[] { 2, 3, 2, 3 }, new[] { 2, 3, 1, 1 }, new[] { 1, 0, 1, 1 })]
    [InlineData(new[] { 18, 1, 3, 3 }, new[] { 2, 1, 2, 2 }, new[] { 1, 0, 1, 1 })]
    public void Conv2D_Derivatives_AreThoseOfTheSum(int[] input, int[] weight, int[] options)
    {
        Random random = new(4);
        NDArray<double> x = Arrays.RandomView<double>(random, input), w = Arrays.RandomView<double>(random, weight), b = Arrays.Random<double>(random, weight[0]);
        CentralDifferences.Check(a => a[0].Conv2D(a[1], a[2], options[0], options[1], options[2], options[3]), x, w, b);
        CentralDifferences.Check(a => a[0].Conv2D(a[1], null, options[0], options[1], options[2], options[3]).Exp(), x, w);
    }

    [Fact]
    public void Conv2D_ThirdDerivative_OfACubeIsRight()
    {
        // Σ conv(x, x) over one element: x², and its exponential's derivatives.
        NDArray<double> x = NDArray.Create([0.5], 1, 1, 1, 1);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = x.Conv2D(x.Conv2D(x));
        for (int order = 1; order <= 3; order++)
        {
            NDArray<double> next = Autograd.Gradient<double>([y], [x], createGraph: true)[0];
            Assert.Equal(order switch { 1 => 0.75, 2 => 3.0, _ => 6.0 }, next.ToScalar(), 1e-12);
            y = next;
        }
    }

    [Fact]
    public void Conv2D_OfWhatDoesNotFit_NamesTheShapes()
    {
        NDArray<float> x = NDArray.Zeros<float>(1, 3, 4, 4);
        string Message(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
        Assert.Contains("1x3x4x4", Message(() => x.Conv2D(NDArray.Zeros<float>(2, 2, 3, 3))), StringComparison.Ordinal);
        Assert.Contains("2x3x5x5", Message(() => x.Conv2D(NDArray.Zeros<float>(2, 3, 5, 5))), StringComparison.Ordinal);
        Assert.Contains("bias", Message(() => x.Conv2D(NDArray.Zeros<float>(2, 3, 3, 3), NDArray.Zeros<float>(3))), StringComparison.Ordinal);
        Assert.Contains("stride", Message(() => x.Conv2D(NDArray.Zeros<float>(2, 3, 3, 3), stride: 0)), StringComparison.Ordinal);
        Assert.Contains("group", Message(() => x.Conv2D(NDArray.Zeros<float>(2, 1, 3, 3), groups: 3)), StringComparison.Ordinal);
    }
}
