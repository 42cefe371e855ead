namespace AutoDiff.Runtime.Tests.Products;

/// <summary>Matrix products against sums written as loops.</summary>
public sealed class MatMulTests
{
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 1, 1, 1 }, { 2, 3, 4 }, { 1, 7, 1 }, { 5, 1, 9 }, { 8, 16, 32 }, { 7, 15, 31 }, { 9, 17, 33 }, { 63, 63, 63 }, { 64, 64, 64 }, { 100, 100, 100 },
        { 1, 300, 200 }, { 200, 300, 1 }, { 3, 257, 70 }, { 70, 257, 3 }, { 257, 10, 40 }, { 40, 900, 90 }, { 150, 500, 301 }, { 2, 1000, 2 }, { 300, 2, 300 },
        { 0, 3, 4 }, { 3, 0, 4 }, { 3, 4, 0 }, { 12, 1600, 17 }, { 33, 40, 2100 },
        { 6, 25, 784 }, { 31, 256, 33 }, { 32, 257, 330 }, { 33, 513, 170 }, { 8, 300, 300 }, { 31, 400, 300 }, { 530, 260, 321 }, { 39, 80, 1100 }, { 9, 31, 10 },
        { 12, 40, 48 }, { 4, 30, 64 }, { 20, 33, 81 }, { 9, 300, 49 }, { 2, 64, 112 }, { 3, 20, 72 }, { 11, 9, 24 },
        { 257, 257, 257 }, { 100, 200, 241 }, { 98, 600, 259 }, { 130, 128, 128 }, { 96, 96, 257 },
        { 310, 400, 250 }, { 300, 700, 250 }, { 150, 1100, 270 }, { 33, 280, 1100 }, { 60, 1025, 290 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void MatMul_OfMatricesInAnyOrder_IsTheSumOfProducts(int rows, int inner, int columns)
    {
        Random random = new(rows + 31 * inner + 1009 * columns);
        for (int trial = 0; trial < 4; trial++)
        {
            Compare(Matrix<float>(random, trial, rows, inner), Matrix<float>(random, trial / 2, inner, columns), 1e-6);
            Compare(Matrix<double>(random, trial, rows, inner), Matrix<double>(random, trial / 2, inner, columns), 1e-14);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Product_ThatIsAdded_ContinuesTheSums(int rows, int inner, int columns)
    {
        Random random = new(rows + 17 * inner + 101 * columns);
        Add<float>(random, rows, inner, columns, 1e-6);
        Add<double>(random, rows, inner, columns, 1e-14);
    }

    [Theory]
    [InlineData(63, 63, 63)]
    [InlineData(100, 257, 257)]
    [InlineData(101, 600, 250)]
    [InlineData(130, 128, 128)]
    [InlineData(39, 500, 530)]
    public void Product_WithTilesOfAnyWidth_HasTheSameBits(int rows, int inner, int columns)
    {
        Random random = new(rows + columns);
        foreach (bool accumulate in new[] { false, true })
        {
            CompareTiles<float>(random, rows, inner, columns, accumulate);
            CompareTiles<double>(random, rows, inner, columns, accumulate);
        }
    }

    static void CompareTiles<T>(Random random, int rows, int inner, int columns, bool accumulate)
    {
        NDArray<T> left = Arrays.Random<T>(random, rows, inner), right = Arrays.Random<T>(random, inner, columns), start = Arrays.Random<T>(random, rows, columns);
        NDArray<T> transposed = right.T.Copy(), leftColumns = left.T.Copy();
        Matrix<T> a = left.Matrix(0, rows, inner, inner, 1), b = right.Matrix(0, inner, columns, columns, 1), bT = transposed.Matrix(0, columns, inner, inner, 1).Transposed;
        Matrix<T> aT = leftColumns.Matrix(0, inner, rows, rows, 1).Transposed;
        NDArray<T>[] products = [.. Enumerable.Range(0, 6).Select(_ => start.Copy())];
        Matrix<T>[] c = [.. products.Select(product => product.Matrix(0, rows, columns, columns, 1))];
        TiledProduct<T, Tile128<T>>.Multiply(a, b, c[0], accumulate);
        TiledProduct<T, Tile256<T>>.Multiply(a, b, c[1], accumulate);
        TiledProduct<T, Tile512<T>>.Multiply(a, b, c[2], accumulate);
        TiledProduct<T, Tile512<T>>.Multiply(a, bT, c[3], accumulate);
        TiledProduct<T, Tile128<T>>.Multiply(aT, b, c[4], accumulate);
        TiledProduct<T, Tile256<T>>.Multiply(aT, b, c[5], accumulate);
        Assert.All(products[1..], product => Assert.Equal(products[0].ToArray(), product.ToArray()));
    }

    static void Add<T>(Random random, int rows, int inner, int columns, double tolerance)
    {
        NDArray<T> left = Arrays.Random<T>(random, rows, inner), right = Arrays.Random<T>(random, inner, columns), sum = Arrays.Random<T>(random, rows, columns);
        double[] expected = [.. Loops(left.ToDoubles(), right.ToDoubles(), rows, inner, columns).Zip(sum.ToDoubles(), (x, y) => x + y)];
        MatrixProduct.Multiply(
            left.Matrix(0, rows, inner, inner, 1), right.Matrix(0, inner, columns, columns, 1), sum.Matrix(0, rows, columns, columns, 1), accumulate: true);
        CentralDifferences.AssertClose(expected, sum.ToDoubles(), tolerance * (10 + Math.Sqrt(inner)), "sum");
    }

    static NDArray<T> Matrix<T>(Random random, int trial, int rows, int columns) =>
        trial % 2 == 0 ? Arrays.Random<T>(random, rows, columns) : Arrays.Random<T>(random, columns, rows).T;

    static void Compare<T>(NDArray<T> left, NDArray<T> right, double tolerance)
    {
        NDArray<T> product = left.MatMul(right);
        int inner = left.Shape[^1];
        double[] expected = Loops(left.ToDoubles(), right.ToDoubles(), left.Shape[^2], inner, right.Shape[^1]);
        CentralDifferences.AssertClose(expected, product.ToDoubles(), tolerance * (10 + Math.Sqrt(inner)), "product");
    }

    static double[] Loops(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int rows, int inner, int columns)
    {
        double[] product = new double[rows * columns];
        for (int i = 0; i < rows; i++)
            for (int p = 0; p < inner; p++)
                for (int j = 0; j < columns; j++) product[i * columns + j] += left[i * inner + p] * right[p * columns + j];
        return product;
    }

    [Theory]
    [InlineData(new[] { 4, 3, 5 }, new[] { 4, 5, 2 }, new[] { 4, 3, 2 })]
    [InlineData(new[] { 2, 1, 3, 5 }, new[] { 6, 5, 2 }, new[] { 2, 6, 3, 2 })]
    [InlineData(new[] { 7, 3, 5 }, new[] { 5, 2 }, new[] { 7, 3, 2 })]
    [InlineData(new[] { 3, 5 }, new[] { 7, 5, 2 }, new[] { 7, 3, 2 })]
    [InlineData(new[] { 5 }, new[] { 7, 5, 2 }, new[] { 7, 2 })]
    [InlineData(new[] { 7, 3, 5 }, new[] { 5 }, new[] { 7, 3 })]
    [InlineData(new[] { 5 }, new[] { 5 }, new int[0])]
    [InlineData(new[] { 0, 3, 5 }, new[] { 5, 2 }, new[] { 0, 3, 2 })]
    [InlineData(new[] { 2, 3, 0 }, new[] { 2, 0, 4 }, new[] { 2, 3, 4 })]
    [InlineData(new[] { 9, 20, 30 }, new[] { 9, 30, 20 }, new[] { 9, 20, 20 })]
    public void MatMul_OfStacks_BroadcastsTheirAxes(int[] left, int[] right, int[] shape)
    {
        Random random = new(11);
        for (int trial = 0; trial < 10; trial++)
        {
            NDArray<double> a = Arrays.RandomView<double>(random, left), b = Arrays.RandomView<double>(random, right);
            NDArray<double> product = a.MatMul(b);
            Assert.Equal(shape, product.Shape.ToArray());

            // The same by broadcasting all matrices and multiplying them one by one.
            NDArray<double> rows = left.Length == 1 ? a.Reshape(1, left[0]) : a, columns = right.Length == 1 ? b.Reshape(right[0], 1) : b;
            int matrixAxes = Math.Min(left.Length, 2) + Math.Min(right.Length, 2) - 2;
            int[] batch = shape[..^matrixAxes];
            (int m, int k, int n) = (rows.Shape[^2], rows.Shape[^1], columns.Shape[^1]);
            double[] x = rows.BroadcastTo([.. batch, m, k]).ToArray(), y = columns.BroadcastTo([.. batch, k, n]).ToArray();
            int count = batch.Aggregate(1, (size, length) => size * length);
            double[] expected = [.. Enumerable.Range(0, count).SelectMany(i => Loops(x.AsSpan(i * m * k, m * k), y.AsSpan(i * k * n, k * n), m, k, n))];
            CentralDifferences.AssertClose(expected, product.ToArray(), 1e-14, "product");
        }
    }

    [Fact]
    public void MatMul_CutIntoRowsAndColumns_HasTheSameBits()
    {
        Random random = new(3);
        NDArray<float> a = Arrays.Random<float>(random, 6 * 50, 700), b = Arrays.Random<float>(random, 700, 4 * 75);
        float[] whole = a.MatMul(b).ToArray();
        NDArray<float> stack = a.Reshape(6, 1, 50, 700).MatMul(b.Reshape(700, 4, 75).Transpose(1, 0, 2).Copy());
        Assert.Equal(whole, stack.Transpose(0, 2, 1, 3).ToArray());
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1100)]
    public void MatMul_OfSomeRows_HasTheBitsOfAll(int columns)
    {
        Random random = new(5);
        NDArray<float> a = Arrays.Random<float>(random, 70, 600), b = Arrays.Random<float>(random, 600, columns);
        float[] whole = a.MatMul(b).ToArray();
        foreach (int rows in (int[])[2, 7, 8, 31, 33, 69])
        {
            Assert.Equal(whole[..(rows * columns)], a[..rows].MatMul(b).ToArray());
            Assert.Equal(whole[..(rows * columns)], a[..rows].MatMul(b.T.Copy().T).ToArray());
            Assert.Equal(whole[..(rows * columns)], a.T.Copy().T[..rows].MatMul(b).ToArray());
        }
    }

    public static TheoryData<int, int, int, bool, bool> LongSums => new()
    {
        { 2, 1_000_000, 2, false, false }, { 1, 1_000_000, 1, false, false }, { 1, 1_000_000, 2, false, false }, { 20, 100_000, 1, true, false },
        { 20, 100_000, 1, false, false }, { 3, 100_000, 1, true, true }, { 10, 100_000, 30, false, false }, { 40, 100_000, 20, false, true }, { 40, 70_001, 9, true, true },
    };

    /// <summary>One chain of additions would be off by a hundredth in some of the cases, by 2e-5 in the best.</summary>
    [Theory]
    [MemberData(nameof(LongSums))]
    public void MatMul_OverALongAxis_KeepsItsDigits(int rows, int inner, int columns, bool leftTransposed, bool rightTransposed)
    {
        NDArray<float> left = leftTransposed ? NDArray.Full(0.1f, inner, rows).T : NDArray.Full(0.1f, rows, inner);
        NDArray<float> right = rightTransposed ? NDArray.Ones<float>(columns, inner).T : NDArray.Ones<float>(inner, columns);
        Assert.All(left.MatMul(right).ToArray(), value => Assert.Equal(1, value / (0.1f * (double)inner), 1e-5));
        if (rows == 1 && columns == 1) Assert.Equal(1, left.Reshape(inner).Dot(right.Reshape(inner)).ToScalar() / (0.1f * (double)inner), 1e-5);
    }

    [Fact]
    public void MatMul_OfMoreOnesThanAFloatCounts_CountsThem()
    {
        NDArray<float> ones = NDArray.Ones<float>(1).BroadcastTo(1, 18_000_000);
        Assert.Equal([18_000_000, 18_000_000], ones.MatMul(NDArray.Ones<float>(18_000_000, 2)).ToArray());
    }

    [Fact]
    public void MatMul_OverALongAxis_HasTheBitsOfOnePart()
    {
        NDArray<float> a = Arrays.Random<float>(new Random(8), 70, 40_000), b = Arrays.Random<float>(new Random(9), 40_000, 50);
        float[] whole = a.MatMul(b).ToArray();
        foreach (int rows in (int[])[2, 7, 33]) Assert.Equal(whole[..(rows * 50)], a[..rows].MatMul(b).ToArray());
        Assert.Equal(whole, b.T.Copy().MatMul(a.T.Copy()).T.ToArray());
        CentralDifferences.AssertClose(Loops(a.ToDoubles(), b.ToDoubles(), 70, 40_000, 50), a.MatMul(b).ToDoubles(), 2e-5, "product");
    }

    [Fact]
    public void MatMul_OfBroadcastViews_ReadsOneElementForAll()
    {
        NDArray<double> ones = NDArray.Ones<double>(1, 1).BroadcastTo(20, 30), row = NDArray.Create([.. Enumerable.Range(0, 40).Select(i => (double)i)]).Reshape(1, 40).BroadcastTo(30, 40);
        NDArray<double> product = ones.MatMul(row);
        Assert.Equal(NDArray.Create([.. Enumerable.Range(0, 40).Select(i => 30.0 * i)]).Reshape(1, 40).BroadcastTo(20, 40).ToArray(), product.ToArray());
    }

    [Fact]
    public void MatMul_OfWhatIsNotFinite_KeepsItInItsRowAndColumn()
    {
        NDArray<double> a = NDArray.Create([1.0, double.NaN, 2, 3, double.PositiveInfinity, 1, 0, 0, 5], 3, 3);
        NDArray<double> b = NDArray.Ones<double>(3, 37);
        double[] product = a.MatMul(b).ToArray();
        Assert.All(product[..37], value => Assert.True(double.IsNaN(value)));
        Assert.All(product[37..74], value => Assert.Equal(double.PositiveInfinity, value));
        Assert.All(product[74..], value => Assert.Equal(5, value));
    }

    [Theory]
    [InlineData(new[] { 2, 3 }, new[] { 4, 5 })]
    [InlineData(new[] { 2, 3 }, new[] { 2 })]
    [InlineData(new[] { 3 }, new[] { 2 })]
    [InlineData(new[] { 2, 3, 4 }, new[] { 3, 4, 5 })]
    [InlineData(new int[0], new[] { 2 })]
    public void MatMul_OfShapesThatDoNotFit_NamesThem(int[] left, int[] right)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => NDArray.Zeros<float>(left).MatMul(NDArray.Zeros<float>(right)));
        Assert.Contains("MatMul", error.Message, StringComparison.Ordinal);
        foreach (int[] shape in (int[][])[left, right]) Assert.Contains(shape.Length == 0 ? "()" : string.Join('x', shape), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 3, 4 }, new[] { 4, 2 })]
    [InlineData(new[] { 4 }, new[] { 4 })]
    [InlineData(new[] { 4 }, new[] { 4, 2 })]
    [InlineData(new[] { 3, 4 }, new[] { 4 })]
    [InlineData(new[] { 2, 3, 4 }, new[] { 4, 2 })]
    [InlineData(new[] { 3, 4 }, new[] { 2, 4, 2 })]
    [InlineData(new[] { 2, 1, 2, 3 }, new[] { 3, 3, 2 })]
    public void MatMul_Derivatives_AreThoseOfTheSum(int[] left, int[] right)
    {
        Random random = new(7);
        NDArray<double> a = Arrays.RandomView<double>(random, left), b = Arrays.RandomView<double>(random, right);
        CentralDifferences.Check(x => x[0].MatMul(x[1]), a, b);
        CentralDifferences.Check(x => x[0].MatMul(x[1]).Exp(), a, b);
    }

    [Fact]
    public void MatMul_AfterAChangeOfAnOperand_RefusesTheDerivative()
    {
        NDArray<double> a = NDArray.Ones<double>(2, 2), b = NDArray.Ones<double>(2, 2);
        a.AttachGradient();
        NDArray<double> product;
        using (Autograd.Record()) product = a.MatMul(b);
        b.Add(b);
        Assert.Contains("'MatMul'", Assert.Throws<InvalidOperationException>(() => product.Backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MatMul_OfWholeNumbers_IsRefused() =>
        Assert.Throws<NotSupportedException>(() => NDArray.Ones<int>(2, 2).MatMul(NDArray.Ones<int>(2, 2)));
}
