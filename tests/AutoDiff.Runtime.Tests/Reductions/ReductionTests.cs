using Random = System.Random;

namespace AutoDiff.Runtime.Tests.Reductions;

/// <summary>Reductions along all sets of axes of all layouts, against references that add one element at a time.</summary>
public sealed class ReductionTests
{
    static readonly int[][] Shapes = [[], [1], [7], [3000], [2, 3], [700, 3], [3, 600], [5, 1, 4], [2, 3, 4, 5], [0], [2, 0, 3], [90, 2, 70]];

    public static TheoryData<int> Rounds => [.. Enumerable.Range(0, Shapes.Length)];

    delegate NDArray<T> Operation<T>(NDArray<T> x, int[] axes, bool keepDims);

    static void Check<T>(int round, NDArray<T> x, Operation<T> operation, Func<double[], double> reference, double tolerance, bool ofNothing = true)
    {
        int[] shape = Shapes[round];
        Func<int[], T> at = x.Elements();
        for (int set = 0; set < 1 << shape.Length; set++)
        {
            int[] axes = [.. Enumerable.Range(0, shape.Length).Where(axis => (set >> axis & 1) == 1)];
            int[] kept = shape;
            foreach (int axis in axes) kept = kept.With(axis, 1);
            int[] lengths = [.. Enumerable.Range(0, shape.Length).Select(axis => axes.Contains(axis) ? shape[axis] : 1)];
            if (!ofNothing && lengths.Contains(0) && !kept.Contains(0))
            {
                Assert.Throws<ArgumentException>(() => operation(x, axes, false));
                continue;
            }
            double[] expected = [.. Indices.Of(kept).Select(place =>
                reference([.. Indices.Of(lengths).Select(inner => Convert.ToDouble(at([.. place.Zip(inner, (a, b) => a + b)]), null))]))];
            NDArray<T> withAxes = operation(x, [.. axes.Select(axis => axis - (axis % 2) * shape.Length)], true);
            Assert.Equal(kept, withAxes.Shape.ToArray());
            CentralDifferences.AssertClose(expected, withAxes.ToDoubles(), tolerance, $"{string.Join('x', shape)} over {string.Join(',', axes)}");
            NDArray<T> without = operation(x, axes, false);
            Assert.Equal([.. shape.Where((_, axis) => !axes.Contains(axis))], without.Shape.ToArray());
            Assert.Equal(withAxes.ToArray(), without.ToArray());
        }
    }

    static void CheckAll<T>(int round, double tolerance)
    {
        NDArray<T> x = Runtime.Tests.Arrays.RandomView<T>(new(round), Shapes[round]);
        Check(round, x, (x, axes, keep) => x.Sum(axes, keep), values => values.Sum(), tolerance);
        Check(round, x, (x, axes, keep) => x.Mean(axes, keep), values => values.Sum() / values.Length, tolerance);
        Check(round, x, (x, axes, keep) => x.Max(axes, keep), values => values.Max(), 0, ofNothing: false);
        Check(round, x, (x, axes, keep) => x.Min(axes, keep), values => values.Min(), 0, ofNothing: false);
        Check(round, x, (x, axes, keep) => x.Prod(axes, keep), values => values.Aggregate(1.0, (a, b) => a * b), tolerance);
        Check(round, x, (x, axes, keep) => x.Variance(axes, keep), values => values.Sum() / values.Length is var mean
            ? values.Sum(value => (value - mean) * (value - mean)) / values.Length : 0, tolerance);
        Check(round, x, (x, axes, keep) => x.StandardDeviation(axes, keep), values => values.Sum() / values.Length is var mean
            ? Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length) : 0, tolerance);
        Check(round, x, (x, axes, keep) => x.Norm(axes, keep), values => Math.Sqrt(values.Sum(value => value * value)), tolerance);
        Check(round, x, (x, axes, keep) => x.LogSumExp(axes, keep), values => Math.Log(values.Sum(Math.Exp)), tolerance);
    }

    [Theory, MemberData(nameof(Rounds))]
    public void Reductions_OfDoubles_AreThoseByIndex(int round) => CheckAll<double>(round, 1e-13);

    [Theory, MemberData(nameof(Rounds))]
    public void Reductions_OfFloats_AreThoseByIndex(int round) => CheckAll<float>(round, 2e-6);

    [Theory, MemberData(nameof(Rounds))]
    public void Reductions_OfIntegers_AreThoseByIndex(int round)
    {
        Random random = new(round);
        NDArray<double> like = Runtime.Tests.Arrays.Random<double>(random, Shapes[round]);
        NDArray<int> x = NDArray.Create([.. like.ToArray().Select(value => (int)(value * 10))], Shapes[round]).T.Copy().T;
        Check(round, x, (x, axes, keep) => x.Sum(axes, keep), values => values.Sum(), 0);
        Check(round, x, (x, axes, keep) => x.Max(axes, keep), values => values.Max(), 0, ofNothing: false);
        Check(round, x, (x, axes, keep) => x.Min(axes, keep), values => values.Min(), 0, ofNothing: false);
        Check(round, x, (x, axes, keep) => x.Prod(axes, keep), values => (int)values.Aggregate(1L, (a, b) => unchecked((int)(a * (long)b))), 0);
        Assert.Throws<NotSupportedException>(() => x.Mean());
        Assert.Throws<NotSupportedException>(() => x.LogSumExp());
        Assert.Throws<NotSupportedException>(() => x.Norm());
        Assert.Throws<NotSupportedException>(() => x.StandardDeviation());
    }

    [Theory, MemberData(nameof(Rounds))]
    public void Masks_AllAndAny_AreThoseByIndex(int round)
    {
        Random random = new(round);
        int[] shape = Shapes[round];
        NDArray<double> like = Runtime.Tests.Arrays.Random<double>(random, shape);
        NDArray<bool> x = NDArray.Create([.. like.ToArray().Select(value => value > 0)], shape).T.Copy().T;
        Check(round, x, (x, axes, keep) => x.All(axes, keep), values => values.All(value => value != 0) ? 1 : 0, 0);
        Check(round, x, (x, axes, keep) => x.Any(axes, keep), values => values.Any(value => value != 0) ? 1 : 0, 0);
        Assert.Equal(x.ToArray().All(value => value), x.All().ToScalar());
        Assert.Equal(x.ToArray().Any(value => value), x.Any().ToScalar());
    }

    [Fact]
    public void Reductions_OfOneAxisAndOfAll_AreThoseOfTheAxes()
    {
        NDArray<double> x = Runtime.Tests.Arrays.Random<double>(new(3), 3, 4);
        (Func<NDArray<double>> All, Func<int, bool, NDArray<double>> One, Func<int[], NDArray<double>> Several)[] operations =
        [
            (x.Sum, x.Sum, axes => x.Sum(axes)), (x.Mean, x.Mean, axes => x.Mean(axes)), (x.Max, x.Max, axes => x.Max(axes)),
            (x.Min, x.Min, axes => x.Min(axes)), (x.Prod, x.Prod, axes => x.Prod(axes)), (x.Norm, x.Norm, axes => x.Norm(axes)),
            (x.Variance, x.Variance, axes => x.Variance(axes)), (x.LogSumExp, x.LogSumExp, axes => x.LogSumExp(axes)),
            (x.StandardDeviation, x.StandardDeviation, axes => x.StandardDeviation(axes)),
        ];
        foreach ((Func<NDArray<double>> all, Func<int, bool, NDArray<double>> one, Func<int[], NDArray<double>> several) in operations)
        {
            Assert.Equal(several([0, 1]).ToScalar(), all().ToScalar());
            Assert.Equal(several([1]).ToArray(), one(-1, false).ToArray());
            Assert.Equal([1, 4], one(0, true).Shape.ToArray());
            Assert.Throws<ArgumentOutOfRangeException>(() => one(2, false));
            Assert.Throws<ArgumentException>(() => several([0, -2]));
        }
    }

    [Fact]
    public void Reductions_OfSpecialValues_AreNumPys()
    {
        const double Infinity = double.PositiveInfinity;
        NDArray<double> x = NDArray.Create<double>([[1, double.NaN, 3], [-Infinity, -Infinity, -Infinity], [Infinity, 1, -2], [1000, 1000, -1000]]);
        Assert.Equal([double.NaN, -Infinity, Infinity, 1000], x.Max(1).ToArray());
        Assert.Equal([double.NaN, -Infinity, -2, -1000], x.Min(1).ToArray());
        Assert.Equal([double.NaN, -Infinity, Infinity, 1000 + Math.Log(2)], x.LogSumExp(1).ToArray());
        Assert.Equal([double.NaN, Infinity, Infinity], x.Norm(1)[..3].ToArray());
        Assert.Equal(double.NaN, x.Max().ToScalar());
        Assert.Equal(double.NaN, x.T.Max(0)[0].ToScalar());
        NDArray<double> nothing = NDArray.Zeros<double>(0);
        Assert.Equal((0.0, 1.0, 0.0, -Infinity), (nothing.Sum().ToScalar(), nothing.Prod().ToScalar(), nothing.Norm().ToScalar(), nothing.LogSumExp().ToScalar()));
        Assert.True(double.IsNaN(nothing.Mean().ToScalar()) && double.IsNaN(nothing.Variance().ToScalar()) && double.IsNaN(nothing.StandardDeviation().ToScalar()));
        Assert.Throws<ArgumentException>(() => nothing.Max());
        Assert.Throws<ArgumentException>(() => nothing.Min(0));
        Assert.Equal([1.0, 2], NDArray.Create([1.0, 2]).Prod([]).ToArray());
    }

    [Fact]
    public void Norm_OfHugeAndTinyNumbers_NeitherOverflowsNorVanishes()
    {
        Assert.Equal(5e200, NDArray.Create([3e200, 4e200]).Norm().ToScalar(), 1e186);
        Assert.Equal(5e-200, NDArray.Create([3e-200, 4e-200]).Norm().ToScalar(), 1e-213);
        Assert.Equal(5e30f, NDArray.Create([3e30f, -4e30f]).Norm().ToScalar(), 1e25f);
        Assert.Equal([5e-30f, 5f, 0f], NDArray.Create<float>([[3e-30f, 4e-30f], [3, 4], [0, 0]]).Norm(1).ToArray());
    }

    [Fact]
    public void Sum_OfManyNumbers_StaysAccurate()
    {
        const int Count = 1 << 21;
        NDArray<float> x = NDArray.Full(0.1f, Count);
        double exact = 0.1f * (double)Count;
        Assert.Equal(exact, x.Sum().ToScalar(), exact * 1e-6);
        Assert.Equal(exact / 2, x.Reshape(Count / 2, 2).Sum(0)[1].ToScalar(), exact * 5e-7);
        Assert.Equal(exact / 1024, x.Reshape(Count / 1024, 1024).Sum(0)[5].ToScalar(), exact / 1024 * 1e-6);
        NDArray<float> shifted = NDArray.Create([10000f, 10001, 10002]);
        Assert.Equal(2f / 3, shifted.Variance().ToScalar(), 1e-6f);
    }

    [Fact]
    public void Reductions_OfLargeArrays_AreThoseOfTheirParts()
    {
        Random random = new(5);
        foreach (int[] shape in new int[][] { [(1 << 20) + 77], [3, 1 << 20], [500_000, 3], [1100, 1000], [40, 30, 1000], [100, 8000], [70, 5, 3000] })
        {
            NDArray<double> x = Runtime.Tests.Arrays.Random<double>(random, shape);
            double[] values = x.ToArray();
            Assert.Equal(values.Sum(), x.Sum().ToScalar(), 1e-9);
            Assert.Equal(values.Max(), x.Max().ToScalar());
            for (int axis = 0; axis < shape.Length; axis++)
            {
                NDArray<double> sums = x.Sum(axis);
                double[] expected = new double[sums.Size];
                int inner = shape[(axis + 1)..].Aggregate(1, (a, b) => a * b), slab = shape[axis] * inner;
                for (int i = 0; i < values.Length; i++) expected[i / slab * inner + i % inner] += values[i];
                CentralDifferences.AssertClose(expected, sums.ToArray(), 1e-11, $"{string.Join('x', shape)} over {axis}");
                Assert.Equal(sums.ToArray(), x.Sum(axis).ToArray());
            }
        }
    }
}
