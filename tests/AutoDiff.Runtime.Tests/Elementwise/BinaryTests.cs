namespace AutoDiff.Runtime.Tests.Elementwise;

/// <summary>Every operation on pairs of elements: values, special cases, broadcasting, layouts, first and second derivatives.</summary>
public sealed class BinaryTests
{
    /// <summary>Pairs of shapes that broadcast.</summary>
    static readonly (int[] Left, int[] Right)[] Shapes =
    [
        ([], []), ([3], [3]), ([2, 3], [2, 3]), ([2, 3], []), ([], [2, 3]), ([2, 3], [1]), ([1], [2, 3]), ([2, 3], [3]), ([3], [2, 3]), ([2, 3], [2, 1]),
        ([2, 1], [2, 3]), ([3, 1], [1, 4]), ([1, 4], [3, 1]), ([1], [1, 1, 1]), ([2, 1, 3], [4, 1]), ([0], [1]), ([0, 3], [3]), ([2, 1], [2, 0]), ([1, 17], [2, 17]),
    ];

    public static TheoryData<string> Names => [.. BinaryCase.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_OfSpecialPairs_AreTheReferences(string name)
    {
        BinaryCase operation = BinaryCase.All[name];
        double[] special = Samples.Special;
        NDArray<double> column = NDArray.Create(special).Reshape(-1, 1);
        NDArray<double> row = NDArray.Create(special);
        double[] values = operation.Double(column, row).ToArray();
        for (int i = 0; i < values.Length; i++)
        {
            (double x, double y) = (special[i / special.Length], special[i % special.Length]);
            Require(name, x, y, operation.Value(x, y), values[i]);
        }
        foreach (double number in special)
        {
            double[] right = operation.Right(row, number).ToArray();
            for (int i = 0; i < right.Length; i++) Require(name, special[i], number, operation.Value(special[i], number), right[i]);
            if (operation.Left is null) continue;
            double[] left = operation.Left(number, row).ToArray();
            for (int i = 0; i < left.Length; i++) Require(name, number, special[i], operation.Value(number, special[i]), left[i]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_OfSingle_AreTheReferences(string name)
    {
        BinaryCase operation = BinaryCase.All[name];
        Random random = new(1);
        NDArray<float> x = Samples.Random<float>(random, operation.Low, operation.High, 30, 1);
        NDArray<float> y = Samples.Random<float>(random, operation.Low, operation.High, 1, 33);
        float[] values = operation.Single(x, y).ToArray();
        for (int i = 0; i < values.Length; i++)
        {
            float expected = (float)operation.Value(x.ToArray()[i / 33], y.ToArray()[i % 33]);
            Assert.True(Samples.Ulps(expected, values[i]) <= 2, $"{name}: {values[i]:R} is not {expected:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_OfAnyLayouts_AreTheReferences(string name)
    {
        BinaryCase operation = BinaryCase.All[name];
        foreach ((NDArray<double> x, NDArray<double> y) in Operands(operation))
        {
            NDArray<double> result = operation.Double(x, y);
            double[] a = x.BroadcastTo(result.Shape).ToArray(), b = y.BroadcastTo(result.Shape).ToArray(), values = result.ToArray();
            Assert.Equal(a.Length, values.Length);
            for (int i = 0; i < values.Length; i++) Require(name, a[i], b[i], operation.Value(a[i], b[i]), values[i]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivatives_OfAnyShapes_AgreeWithDifferences(string name)
    {
        BinaryCase operation = BinaryCase.All[name];
        foreach ((NDArray<double> x, NDArray<double> y) in Operands(operation))
        {
            GradientReport report = GradientCheck.Verify(operation.Double, x, y);
            Assert.Equal(x.Size + y.Size, report.Entries.Count);
            Require(name, report);
        }
        NDArray<double> matrix = Samples.Random<double>(new Random(3), operation.Low, operation.High, 2, 3);
        NDArray<double> other = Samples.Random<double>(new Random(4), operation.Low, operation.High, 3, 2);
        Require(name, GradientCheck.Verify((a, b) => operation.Double(a.T, b), matrix, other));
        Require(name, GradientCheck.Verify(a => operation.Double(a, a * 2), matrix));
        Require(name, GradientCheck.Verify(a => operation.Right(a, 1.25), matrix));
        if (operation.Left is { } left) Require(name, GradientCheck.Verify(a => left(1.25, a), matrix));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivatives_OfSingle_AgreeWithDifferences(string name)
    {
        BinaryCase operation = BinaryCase.All[name];
        Random random = new(5);
        NDArray<float> x = Samples.Random<float>(random, operation.Low, operation.High, 2, 3);
        NDArray<float> y = Samples.Random<float>(random, operation.Low, operation.High, 3);
        Require(name, GradientCheck.Verify(operation.Single, x, y));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SecondDerivatives_AgreeWithDifferences(string name)
    {
        BinaryCase operation = BinaryCase.All[name];
        Random random = new(6);
        NDArray<double> x = Samples.Random<double>(random, operation.Low, operation.High, 2, 3);
        NDArray<double> y = Samples.Random<double>(random, operation.Low, operation.High, 3);
        for (int operand = 0; operand < 2; operand++)
        {
            NDArray<double> head = Samples.Random<double>(random, -1, 1, 2, 3);
            Require(name, GradientCheck.Verify(
                arrays => Autograd.Gradient([operation.Double(arrays[0], arrays[1])], [arrays[operand]], [arrays[2]], createGraph: true)[0], [x, y, head]));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivatives_AgainstAGradientOfZero_AreZero(string name)
    {
        NDArray<double> column = NDArray.Create(Samples.Special).Reshape(-1, 1);
        NDArray<double> row = NDArray.Create(Samples.Special);
        column.AttachGradient();
        row.AttachGradient();
        NDArray<double> z;
        using (Autograd.Record()) z = BinaryCase.All[name].Double(column, row);
        z.Backward(NDArray.Zeros<double>(z.Shape));
        Assert.All(column.Gradient!.ToArray(), value => Assert.Equal(0.0, value));
        Assert.All(row.Gradient!.ToArray(), value => Assert.Equal(0.0, value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Shapes_ThatDoNotBroadcast_AreRefused(string name)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => BinaryCase.All[name].Double(NDArray.Ones<double>(2, 3), NDArray.Ones<double>(2)));
        Assert.Contains("2x3", error.Message, StringComparison.Ordinal);
        Assert.StartsWith(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pow_OfAllMagnitudes_IsMathPow()
    {
        Random random = new(8);
        double[] x = new double[4000], y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = i % 2 == 0 ? Math.Pow(10, random.NextDouble() * 600 - 300) : 1 + (random.NextDouble() - 0.5) * Math.Pow(10, -random.Next(10));
            y[i] = (random.NextDouble() * 2 - 1) * 700 / Math.Max(1e-3, Math.Abs(Math.Log(x[i])));
        }
        double[] values = NDArray.Create(x).Pow(NDArray.Create(y)).ToArray();
        for (int i = 0; i < x.Length; i++)
        {
            double expected = Math.Pow(x[i], y[i]);
            Assert.True(Samples.Ulps(expected, values[i]) <= 2, $"{x[i]:R} to the power of {y[i]:R} is {values[i]:R}, not {expected:R}");
        }
    }

    [Fact]
    public void LargeArrays_HaveTheBitsOfSmallOnes()
    {
        const int size = (1 << 18) + 12345;
        NDArray<double> x = Samples.Random<double>(new Random(9), 0.5, 3, size);
        NDArray<double> y = Samples.Random<double>(new Random(10), 0.5, 3, size);
        double[] product = (x * y).ToArray(), less = (1 - x).ToArray(), tanh = x.Tanh().ToArray(), power = x.Pow(1.7).ToArray();
        bool[] mask = x.Less(y).ToArray();
        for (int start = 0; start < size; start += 1000)
        {
            int end = Math.Min(start + 1000, size);
            NDArray<double> a = NDArray.Create(x.AsSpan()[start..end].ToArray()), b = NDArray.Create(y.AsSpan()[start..end].ToArray());
            Assert.Equal((a * b).ToArray(), product[start..end]);
            Assert.Equal((1 - a).ToArray(), less[start..end]);
            Assert.Equal(a.Tanh().ToArray(), tanh[start..end]);
            Assert.Equal(a.Pow(1.7).ToArray(), power[start..end]);
            Assert.Equal(a.Less(b).ToArray(), mask[start..end]);
        }
        Assert.Throws<DivideByZeroException>(() => NDArray.Ones<int>(size) / 0);
    }

    [Fact]
    public void Extrema_OfEquals_ShareTheDerivative()
    {
        foreach (string name in (string[])["Maximum", "Minimum"])
        {
            NDArray<double> x = NDArray.Create([1.0, 0, double.NaN, 5, double.NaN]), y = NDArray.Create([1.0, -0.0, 5, double.NaN, double.NaN]);
            x.AttachGradient();
            y.AttachGradient();
            NDArray<double> z;
            using (Autograd.Record()) z = BinaryCase.All[name].Double(x, y);
            z.Backward();
            Assert.Equal([0.5, 0.5, 1, 0, 0.5], x.Gradient!.ToArray());
            Assert.Equal([0.5, 0.5, 0, 1, 0.5], y.Gradient!.ToArray());
        }
    }

    [Fact]
    public void Pow_AtZero_HasTheDerivativesOfTheConventions()
    {
        NDArray<double> x = NDArray.Create([0.0, 0, 0, 2, double.PositiveInfinity]), y = NDArray.Create([0.0, 2, 1, 0, -1]);
        x.AttachGradient();
        y.AttachGradient();
        NDArray<double> z;
        using (Autograd.Record()) z = x.Pow(y);
        z.Backward();
        Assert.Equal([0.0, 0, 1, 0, -0.0], x.Gradient!.ToArray());
        Assert.Equal([double.NegativeInfinity, 0, 0, Math.Log(2), 0], y.Gradient!.ToArray());
    }

    [Fact]
    public void Arithmetic_OfIntegers_IsThatOfCSharp()
    {
        NDArray<int> x = NDArray.Create([7, -7, 0, 3]), y = NDArray.Create([2, 2, 5, -1]);
        Assert.Equal([9, -5, 5, 2], (x + y).ToArray());
        Assert.Equal([5, -9, -5, 4], (x - y).ToArray());
        Assert.Equal([14, -14, 0, -3], (x * y).ToArray());
        Assert.Equal([3, -3, 0, -3], (x / y).ToArray());
        Assert.Equal([7, 2, 5, 3], NDArray.Maximum(x, y).ToArray());
        Assert.Equal([2, -7, 0, -1], NDArray.Minimum(x, y).ToArray());
        Assert.Equal([-7, 7, 0, -3], (-x).ToArray());
        Assert.Equal([7, 7, 0, 3], x.Abs().ToArray());
        Assert.Equal([1, -1, 0, 1], x.Sign().ToArray());
        Assert.Equal([49, 49, 0, 9], x.Square().ToArray());
        Assert.Equal([2, -2, 0, 2], x.Clip(-2, 2).ToArray());
        Assert.Throws<DivideByZeroException>(() => x / 0);
        Assert.Throws<NotSupportedException>(() => x.Exp());
        Assert.Throws<NotSupportedException>(() => x.Pow(2));
        Assert.Throws<NotSupportedException>(() => NDArray.Create([true]) + NDArray.Create([true]));
    }

    static IEnumerable<(NDArray<double> X, NDArray<double> Y)> Operands(BinaryCase operation)
    {
        Random random = new(2);
        NDArray<double> New(params int[] shape) => Samples.Random<double>(random, operation.Low, operation.High, shape);
        foreach ((int[] left, int[] right) in Shapes) yield return (New(left), New(right));
        yield return (New(3, 2).T, New(2, 3));
        yield return (New(2, 3), New(3, 2).T);
        yield return (New(3, 2).T, New(3));
        yield return (New(4, 1).BroadcastTo(4, 3).T, New(3, 4));
        yield return (New(2, 3, 2).Transpose(2, 0, 1), New(1, 3));
    }

    static void Require(string name, GradientReport report) => Assert.True(report.Passed, $"{name}, {report}");

    static void Require(string name, double x, double y, double expected, double actual) =>
        Assert.True(Samples.Ulps(expected, actual) <= 3, $"{name}({x:R}, {y:R}) is {actual:R}, not {expected:R}");
}
