namespace AutoDiff.Runtime.Tests.Products;

/// <summary>A gradient of exactly 0 contributes exactly 0 through sums of products, also where it meets what is not finite.</summary>
public sealed class StrongZeroTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Dot_BesideARowThatIsMasked_HasAFiniteGradient(bool createGraph)
    {
        NDArray<double> m = NDArray.Create<double>([[double.PositiveInfinity, 1], [2, 3]]), v = NDArray.Ones<double>(2);
        v.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = NDArray.Where(NDArray.Create([false, true]), m.Dot(v), NDArray.Zeros<double>(2));
        NDArray<double> gradient = Autograd.Gradient([y], [v], createGraph: createGraph)[0];
        Assert.Equal([2, 3], gradient.ToArray());
        if (!createGraph) return;
        gradient.Backward();
        Assert.Equal([0, 0], v.Gradient!.ToArray());
    }

    public static TheoryData<int[], int[]> Shapes => new()
    {
        { [2, 3], [3, 4] }, { [5, 40], [40, 1] }, { [1, 40], [40, 30] }, { [30, 70], [70, 50] }, { [4, 3, 5], [4, 5, 2] }, { [2, 1, 3, 5], [6, 5, 2] }, { [7, 3, 5], [5, 2] },
        { [600, 3], [3, 5] }, { [200, 140], [140, 130] }, { [90, 700], [700, 33] },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void MatMul_Gradients_AreSumsWithoutTheZeros(int[] left, int[] right)
    {
        Random random = new(1);
        for (int trial = 0; trial < 6; trial++)
        {
            NDArray<double> a = WithOddities(Arrays.RandomView<double>(random, left), random), b = WithOddities(Arrays.RandomView<double>(random, right), random);
            int[] shape = a.MatMul(b).Shape.ToArray();
            NDArray<double> head = Arrays.Random<double>(random, shape) * (Arrays.Random<double>(random, shape).Greater(0.5).Cast<double>());
            NDArray<double>[] gradients = Gradients(a, b, head, createGraph: trial % 2 == 1, (x, y) => x.MatMul(y));

            int[] batch = shape[..^2];
            (int m, int k, int n) = (left[^2], left[^1], right[^1]);
            NDArray<double> wholeLeft = a.BroadcastTo([.. batch, m, k]), wholeRight = b.BroadcastTo([.. batch, k, n]);
            double[] x = wholeLeft.ToArray(), y = wholeRight.ToArray(), g = head.ToArray(), da = new double[x.Length], db = new double[y.Length];
            for (int i = 0; i < g.Length; i++)
            {
                if (g[i] == 0) continue;
                (int product, int row, int column) = (i / (m * n), i / n % m, i % n);
                for (int p = 0; p < k; p++)
                {
                    da[(product * m + row) * k + p] += g[i] * y[(product * k + p) * n + column];
                    db[(product * k + p) * n + column] += g[i] * x[(product * m + row) * k + p];
                }
            }
            AssertSame(SumTo(da, wholeLeft.Shape, left), gradients[0].ToArray());
            AssertSame(SumTo(db, wholeRight.Shape, right), gradients[1].ToArray());
        }
    }

    public static TheoryData<int[], int[], int[]> Convolutions => new()
    {
        { [2, 3, 8, 7], [4, 3, 3], [1, 1, 1, 1] }, { [3, 2, 9, 11], [5, 5, 3], [2, 2, 1, 1] }, { [2, 4, 7, 7], [6, 3, 3], [1, 2, 2, 2] }, { [5, 3, 6, 4], [7, 1, 1], [1, 0, 1, 1] },
    };

    [Theory]
    [MemberData(nameof(Convolutions))]
    public void Conv2D_Gradients_AreSumsWithoutTheZeros(int[] input, int[] kernel, int[] options)
    {
        Random random = new(2);
        int[] weight = [kernel[0], input[1] / options[3], kernel[1], kernel[2]];
        for (int trial = 0; trial < 6; trial++)
        {
            NDArray<double> x = WithOddities(Arrays.RandomView<double>(random, input), random), w = WithOddities(Arrays.RandomView<double>(random, weight), random);
            int[] shape = x.Conv2D(w, null, options[0], options[1], options[2], options[3]).Shape.ToArray();
            NDArray<double> head = Arrays.Random<double>(random, shape) * Arrays.Random<double>(random, shape).Greater(0.5).Cast<double>();
            NDArray<double>[] gradients = Gradients(
                x, w, head, createGraph: trial % 2 == 1, (a, b) => a.Conv2D(b, null, options[0], options[1], options[2], options[3]));

            double[] image = x.ToArray(), weights = w.ToArray(), g = head.ToArray(), dx = new double[image.Length], dw = new double[weights.Length];
            for (int i = 0; i < g.Length; i++)
            {
                if (g[i] == 0) continue;
                (int n, int o, int row, int column) = (i / (shape[1] * shape[2] * shape[3]), i / (shape[2] * shape[3]) % shape[1], i / shape[3] % shape[2], i % shape[3]);
                for (int c = 0; c < weight[1]; c++)
                {
                    for (int ky = 0; ky < kernel[1]; ky++)
                    {
                        for (int kx = 0; kx < kernel[2]; kx++)
                        {
                            (int py, int px) = (row * options[0] - options[1] + ky * options[2], column * options[0] - options[1] + kx * options[2]);
                            if (py < 0 || py >= input[2] || px < 0 || px >= input[3]) continue;
                            int channel = o / (weight[0] / options[3]) * weight[1] + c;
                            int at = ((n * input[1] + channel) * input[2] + py) * input[3] + px, element = ((o * weight[1] + c) * kernel[1] + ky) * kernel[2] + kx;
                            dx[at] += g[i] * weights[element];
                            dw[element] += g[i] * image[at];
                        }
                    }
                }
            }
            AssertSame(dx, gradients[0].ToArray());
            AssertSame(dw, gradients[1].ToArray());
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Norms_OfAGroupThatIsMasked_GiveItZeros(bool batch, bool createGraph)
    {
        // Rows for LayerNorm, columns for BatchNorm.
        NDArray<double> rows = NDArray.Create<double>([[1, double.PositiveInfinity, 2], [1, 2, 4], [double.NaN, 0, 1]]), x = batch ? rows.T : rows;
        NDArray<bool> isKept = NDArray.Create([false, true, false]).Reshape(3, 1);
        NDArray<double> ones = NDArray.Ones<double>(3), zeros = NDArray.Zeros<double>(3);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record())
        {
            y = batch ? x.BatchNorm(ones, zeros, zeros.Copy(), ones.Copy()) : x.LayerNorm(ones, zeros);
            y = NDArray.Where(batch ? isKept.T : isKept, y, NDArray.Zeros<double>(1)) * NDArray.Create([1.0, 2, 3], batch ? [3, 1] : [1, 3]);
        }
        NDArray<double> gradient = Autograd.Gradient([y], [x], createGraph: createGraph)[0];
        double[] values = (batch ? gradient.T : gradient).ToArray();
        Assert.All(values[..3], value => Assert.Equal(0, value));
        Assert.All(values[6..], value => Assert.Equal(0, value));

        NDArray<double> row = NDArray.Create<double>([[1, 2, 4]]);
        row.AttachGradient();
        using (Autograd.Record()) y = row.LayerNorm(ones, zeros) * NDArray.Create([1.0, 2, 3]);
        y.Backward();
        CentralDifferences.AssertClose(row.Gradient!.ToArray(), values[3..6], 1e-13, "row");
    }

    static NDArray<double>[] Gradients(
        NDArray<double> x, NDArray<double> y, NDArray<double> head, bool createGraph, Func<NDArray<double>, NDArray<double>, NDArray<double>> function)
    {
        x.AttachGradient();
        y.AttachGradient();
        NDArray<double> result;
        using (Autograd.Record()) result = function(x, y);
        return Autograd.Gradient([result], [x, y], [head], createGraph: createGraph);
    }

    static NDArray<double> WithOddities(NDArray<double> array, Random random)
    {
        double[] values = array.ToArray();
        foreach (double odd in (double[])[double.PositiveInfinity, double.NegativeInfinity, double.NaN]) values[random.Next(values.Length)] = odd;
        NDArray<double> result = array.Copy();
        result.Assign(NDArray.Create(values, array.Shape));
        return result;
    }

    static double[] SumTo(double[] values, ReadOnlySpan<int> shape, int[] target)
    {
        NDArray<double> sum = NDArray.Create(values, shape);
        while (sum.Rank > target.Length) sum = sum.Sum(0);
        for (int axis = 0; axis < target.Length; axis++)
            if (sum.Shape[axis] != target[axis]) sum = sum.Sum(axis, keepDims: true);
        return sum.ToArray();
    }

    static void AssertSame(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            bool isSame = double.IsFinite(expected[i]) ? Math.Abs(expected[i] - actual[i]) <= 1e-12 : expected[i].Equals(actual[i]);
            Assert.True(isSame, $"element {i} is {actual[i]:R}, not {expected[i]:R}");
        }
    }
}
