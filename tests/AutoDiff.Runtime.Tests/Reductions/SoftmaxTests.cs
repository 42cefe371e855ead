using Random = System.Random;

namespace AutoDiff.Runtime.Tests.Reductions;

/// <summary>Softmax and its logarithm along any axis.</summary>
public sealed class SoftmaxTests
{
    static readonly int[][] Shapes = [[5], [1], [2, 3], [3, 1, 2], [0, 3], [3, 0], [700, 10], [40, 3000], [3, 100_000]];

    public static TheoryData<int> Rounds => [.. Enumerable.Range(0, Shapes.Length)];

    static void Check<T>(int round, double tolerance)
    {
        int[] shape = Shapes[round];
        NDArray<T> x = Runtime.Tests.Arrays.RandomView<T>(new(round), shape);
        double[] values = x.ToDoubles();
        for (int axis = 0; axis < shape.Length; axis++)
        {
            int inner = shape[(axis + 1)..].Aggregate(1, (a, b) => a * b), slab = shape[axis] * inner;
            double[] sums = new double[values.Length];
            int Group(int i) => i / slab * inner + i % inner;
            for (int i = 0; i < values.Length; i++) sums[Group(i)] += Math.Exp(values[i]);
            double[] expected = [.. values.Select((value, i) => Math.Exp(value) / sums[Group(i)])];
            Assert.Equal(shape, x.Softmax(axis).Shape.ToArray());
            CentralDifferences.AssertClose(expected, x.Softmax(axis).ToDoubles(), tolerance, "softmax");
            CentralDifferences.AssertClose([.. expected.Select(value => Math.Log(value))], x.LogSoftmax(axis - shape.Length).ToDoubles(), tolerance, "log-softmax");
        }
    }

    [Theory, MemberData(nameof(Rounds))]
    public void Softmax_OfDoubles_IsThatOfTheFormula(int round) => Check<double>(round, 1e-13);

    [Theory, MemberData(nameof(Rounds))]
    public void Softmax_OfFloats_IsThatOfTheFormula(int round) => Check<float>(round, 2e-6);

    [Fact]
    public void Softmax_OfLargeNumbers_DoesNotOverflow()
    {
        NDArray<float> x = NDArray.Create<float>([[1000, 1000], [-1000, 1000], [float.NegativeInfinity, 3]]);
        Assert.Equal([0.5f, 0.5f, 0, 1, 0, 1], x.Softmax(1).ToArray());
        Assert.Equal([-MathF.Log(2), -MathF.Log(2), -2000, 0, float.NegativeInfinity, 0], x.LogSoftmax(1).ToArray(), (a, b) => a.Equals(b) || MathF.Abs(a - b) < 2e-7f);
        Assert.All(NDArray.Create([float.NaN, 1]).Softmax().ToArray(), value => Assert.True(float.IsNaN(value)));
        Assert.Throws<NotSupportedException>(() => NDArray.Create([1]).Softmax());
        Assert.Throws<ArgumentOutOfRangeException>(() => NDArray.Zeros<float>().Softmax());
    }

    [Fact]
    public void Softmax_Differentiated_IsRightToSecondOrder()
    {
        NDArray<double> x = Runtime.Tests.Arrays.RandomView<double>(new(17), 3, 2, 4);
        for (int axis = 0; axis < 3; axis++)
        {
            CentralDifferences.Check(operands => operands[0].Softmax(axis), x);
            CentralDifferences.Check(operands => operands[0].LogSoftmax(axis) * operands[0], x);
        }
    }

    [Fact]
    public void LogSoftmax_OfAMaskedLabel_PassesOnNoNaN()
    {
        NDArray<double> x = NDArray.Create<double>([[double.NegativeInfinity, 1, 1], [0, 0, 0]]);
        x.AttachGradient();
        NDArray<double> loss;
        using (Autograd.Record()) loss = -x.LogSoftmax(1).Pick(NDArray.Create([1, 0]), 1);
        loss.Backward();
        CentralDifferences.AssertClose([0, -0.5, 0.5, -2.0 / 3, 1.0 / 3, 1.0 / 3], x.Gradient!.ToArray(), 1e-15, "gradient");
    }
}
