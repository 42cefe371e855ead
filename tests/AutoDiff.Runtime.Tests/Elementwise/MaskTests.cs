namespace AutoDiff.Runtime.Tests.Elementwise;

/// <summary>Comparisons, logic on masks, selection, casts.</summary>
public sealed class MaskTests
{
    sealed record Comparison(
        Func<double, double, bool> Holds, Func<NDArray<double>, NDArray<double>, NDArray<bool>> Arrays, Func<NDArray<double>, double, NDArray<bool>> Number);

    static readonly Dictionary<string, Comparison> Comparisons = new()
    {
        ["Less"] = new((x, y) => x < y, (x, y) => x.Less(y), (x, y) => x.Less(y)),
        ["<"] = new((x, y) => x < y, (x, y) => x < y, (x, y) => x < y),
        ["< of a number"] = new((x, y) => x < y, (x, y) => x < y, (x, y) => y > x),
        ["LessOrEqual"] = new((x, y) => x <= y, (x, y) => x.LessOrEqual(y), (x, y) => x.LessOrEqual(y)),
        ["<="] = new((x, y) => x <= y, (x, y) => x <= y, (x, y) => x <= y),
        ["<= of a number"] = new((x, y) => x <= y, (x, y) => x <= y, (x, y) => y >= x),
        ["Greater"] = new((x, y) => x > y, (x, y) => x.Greater(y), (x, y) => x.Greater(y)),
        [">"] = new((x, y) => x > y, (x, y) => x > y, (x, y) => x > y),
        ["> of a number"] = new((x, y) => x > y, (x, y) => x > y, (x, y) => y < x),
        ["GreaterOrEqual"] = new((x, y) => x >= y, (x, y) => x.GreaterOrEqual(y), (x, y) => x.GreaterOrEqual(y)),
        [">="] = new((x, y) => x >= y, (x, y) => x >= y, (x, y) => x >= y),
        [">= of a number"] = new((x, y) => x >= y, (x, y) => x >= y, (x, y) => y <= x),
        ["ElementsEqual"] = new((x, y) => x == y, (x, y) => x.ElementsEqual(y), (x, y) => x.ElementsEqual(y)),
        ["ElementsNotEqual"] = new((x, y) => x != y, (x, y) => x.ElementsNotEqual(y), (x, y) => x.ElementsNotEqual(y)),
    };

    public static TheoryData<string> Names => [.. Comparisons.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Comparison_OfSpecialPairs_IsThatOfCSharp(string name)
    {
        (Func<double, double, bool> holds, Func<NDArray<double>, NDArray<double>, NDArray<bool>> arrays, var number) = Comparisons[name];
        double[] special = Samples.Special;
        NDArray<double> row = NDArray.Create(special), column = row.Reshape(-1, 1);
        bool[] values = arrays(column, row).ToArray(), swapped = arrays(row, column).ToArray();
        for (int i = 0; i < values.Length; i++)
        {
            (double x, double y) = (special[i / special.Length], special[i % special.Length]);
            Assert.Equal(holds(x, y), values[i]);
            Assert.Equal(holds(y, x), swapped[i]);
        }
        foreach (double y in special) Assert.Equal(Array.ConvertAll(special, x => holds(x, y)), number(row, y).ToArray());
        Assert.Equal([0, 3], arrays(NDArray.Zeros<double>(0, 3), NDArray.Ones<double>(3)).Shape);
        ArgumentException error = Assert.Throws<ArgumentException>(() => arrays(NDArray.Ones<double>(2, 3), NDArray.Ones<double>(2)));
        Assert.Contains("2x3 and 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Comparison_OfOtherTypes_IsThatOfCSharp()
    {
        NDArray<int> x = NDArray.Create([1, 2, int.MinValue]), y = NDArray.Create([2, 2, int.MaxValue]);
        Assert.Equal([true, false, true], x.Less(y).ToArray());
        Assert.Equal([false, true, false], x.ElementsEqual(2).ToArray());
        Assert.Equal([true, true, false], x.GreaterOrEqual(1).ToArray());
        NDArray<float> z = NDArray.Create([0.1f, float.NaN]);
        Assert.Equal([true, false], z.LessOrEqual(0.1f).ToArray());
        NDArray<bool> a = NDArray.Create([true, true, false, false]), b = NDArray.Create([true, false, true, false]);
        Assert.Equal([true, false, false, true], a.ElementsEqual(b).ToArray());
        Assert.Equal([false, true, true, false], a.ElementsNotEqual(b).ToArray());
        Assert.Equal([false, false, true, true], a.ElementsEqual(false).ToArray());
        Assert.Equal([true, false, false, false], a.LogicalAnd(b).ToArray());
        Assert.Equal([true, true, true, false], a.LogicalOr(b).ToArray());
        Assert.Equal([false, false, true, true], a.LogicalNot().ToArray());
        Assert.Equal([true, false, false, false], (a & b).ToArray());
        Assert.Equal([true, true, true, false], (a | b).ToArray());
        Assert.Equal([false, false, true, true], (!a).ToArray());
        Assert.Throws<NotSupportedException>(() => !z);
        Assert.Throws<NotSupportedException>(() => z & z);
        Assert.Throws<ArgumentNullException>(() => null! < z);
        Assert.Throws<ArgumentNullException>(() => a | null!);
        Assert.Throws<NotSupportedException>(() => a.Less(b));
        Assert.Throws<NotSupportedException>(() => z.LogicalAnd(z));
        Assert.Throws<NotSupportedException>(() => z.LogicalNot());
    }

    [Fact]
    public void Classification_TellsNaNAndInfinities()
    {
        NDArray<double> x = NDArray.Create([1, double.NaN, double.PositiveInfinity, double.NegativeInfinity]);
        Assert.Equal([false, true, false, false], x.IsNaN().ToArray());
        Assert.Equal([false, false, true, true], x.IsInfinity().ToArray());
        Assert.Equal([true, false, false, false], x.IsFinite().ToArray());
        Assert.Equal([true, true], NDArray.Create([1, 2]).IsFinite().ToArray());
    }

    [Fact]
    public void Where_OfAnyShapes_TakesFromTheRightArray()
    {
        Random random = new(1);
        foreach ((int[] m, int[] a, int[] b) in ((int[], int[], int[])[])
            [
                ([], [], []), ([3], [3], [3]), ([2, 1], [3], []), ([3], [2, 1], [2, 3]),
                ([2, 1, 1], [3, 1], [4]), ([0], [1], []), ([1], [2, 0], [1]), ([2, 3], [], []),
            ])
        {
            NDArray<bool> mask = Samples.Random<double>(random, 0, 1, m).Less(0.5);
            NDArray<double> x = Samples.Random<double>(random, 0, 1, a), y = Samples.Random<double>(random, 2, 3, b);
            NDArray<double> result = NDArray.Where(mask, x, y);
            bool[] take = mask.BroadcastTo(result.Shape).ToArray();
            double[] first = x.BroadcastTo(result.Shape).ToArray(), second = y.BroadcastTo(result.Shape).ToArray();
            Assert.Equal(take.Select((t, i) => t ? first[i] : second[i]), result.ToArray());
            GradientReport report = GradientCheck.Verify((u, v) => NDArray.Where(mask, u, v), x, y);
            Assert.True(report.Passed && report.Entries.Count == x.Size + y.Size, report.ToString());
        }
        NDArray<bool> transposed = NDArray.Create(new bool[,] { { true, false }, { true, true }, { false, false } }).T;
        Assert.Equal([1, 2, 0, 0, 5, 0], NDArray.Where(transposed, NDArray.Create([1, 2, 3, 4, 5, 6], 2, 3), 0).ToArray());
        Assert.Equal([7, 7, 3, 4, 7, 6], NDArray.Where(transposed, 7, NDArray.Create([1, 2, 3, 4, 5, 6], 2, 3)).ToArray());
        Assert.Equal([1, 1, 2, 2, 1, 2], NDArray.Where(transposed, 1, 2).ToArray());
        Assert.Throws<ArgumentException>(() => NDArray.Where(transposed, NDArray.Ones<int>(3, 2), 0));
    }

    [Fact]
    public void Where_OfABranchNotTaken_ContributesNotEvenNaN()
    {
        NDArray<double> x = NDArray.Create([0.0, 4]);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = NDArray.Where(x.Greater(0), x.Sqrt() / x, x * 3);
        y.Backward();
        Assert.Equal([3.0, -0.0625], x.Gradient!.ToArray());
    }

    [Fact]
    public void Where_AfterAChangeOfTheMask_IsRefused()
    {
        NDArray<double> x = NDArray.Create([0.0, 4]);
        NDArray<bool> mask = NDArray.Create([true, false]);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = NDArray.Where(mask, x, 1.0);
        mask.Assign(NDArray.Create([false, false]));
        Assert.Contains("'Where'", Assert.Throws<InvalidOperationException>(() => y.Backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cast_IsThatOfCSharp()
    {
        double[] numbers = [0, -0.0, 1.9, -1.9, 2.5, 1e10, -1e10, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.1, 1e300];
        NDArray<double> x = NDArray.Create(numbers);
        Assert.Equal(Array.ConvertAll(numbers, v => (int)v), x.Cast<int>().ToArray());
        Assert.Equal(Array.ConvertAll(numbers, v => (float)v), x.Cast<float>().ToArray());
        Assert.Equal(Array.ConvertAll(numbers, v => v != 0), x.Cast<bool>().ToArray());
        float[] singles = Array.ConvertAll(numbers, v => (float)v);
        Assert.Equal(Array.ConvertAll(singles, v => (double)v), NDArray.Create(singles).Cast<double>().ToArray());
        Assert.Equal(Array.ConvertAll(singles, v => (int)v), NDArray.Create(singles).Cast<int>().ToArray());
        int[] integers = [0, 1, -1, int.MaxValue, int.MinValue, 16777217];
        Assert.Equal(Array.ConvertAll(integers, v => (float)v), NDArray.Create(integers).Cast<float>().ToArray());
        Assert.Equal(Array.ConvertAll(integers, v => (double)v), NDArray.Create(integers).Cast<double>().ToArray());
        Assert.Equal([false, true, true, true, true, true], NDArray.Create(integers).Cast<bool>().ToArray());
        NDArray<bool> mask = NDArray.Create([true, false]);
        Assert.Equal([1, 0], mask.Cast<int>().ToArray());
        Assert.Equal([1f, 0], mask.Cast<float>().ToArray());
        Assert.Equal([1.0, 0], mask.Cast<double>().ToArray());
        Assert.Equal([3, 2], NDArray.Create([1, 2, 3, 4, 5, 6], 2, 3).T.Cast<double>().Shape);
        Assert.Equal([1.0, 4, 2, 5, 3, 6], NDArray.Create([1, 2, 3, 4, 5, 6], 2, 3).T.Cast<double>().ToArray());
        Assert.Throws<NotSupportedException>(() => mask.Cast<long>());
        NDArray<double> same = x.Cast<double>();
        same.Add(NDArray.Ones<double>(numbers.Length));
        Assert.Equal(numbers, x.ToArray());
    }

    [Fact]
    public void Cast_BetweenRealTypes_PassesTheGradientOn()
    {
        NDArray<float> x = NDArray.Create([1f, 2]);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = x.Cast<double>() * x.Cast<double>();
        y.Backward();
        Assert.Equal([2f, 4], x.Gradient!.ToArray());
    }

    [Fact]
    public void Clip_WithBoundsThatCross_IsRefused()
    {
        NDArray<double> x = NDArray.Create([1.0]);
        Assert.Contains("2", Assert.Throws<ArgumentException>(() => x.Clip(2, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => x.Clip(double.NaN, 1));
    }

    [Fact]
    public void Clip_AtItsBounds_HasDerivativeOne_AndReluAtZeroZero()
    {
        NDArray<double> x = NDArray.Create([-1.0, 0, 2, 2.1]);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = x.Clip(-1, 2);
        y.Backward();
        Assert.Equal([1.0, 1, 1, 0], x.Gradient!.ToArray());
        using (Autograd.Record()) y = x.Relu();
        y.Backward();
        Assert.Equal([0.0, 0, 1, 1], x.Gradient!.ToArray());
        using (Autograd.Record()) y = x.Abs();
        y.Backward();
        Assert.Equal([-1.0, 0, 1, 1], x.Gradient!.ToArray());
    }
}
