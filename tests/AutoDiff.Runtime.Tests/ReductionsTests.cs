using Xunit;

namespace AutoDiff.Runtime.Tests;

/// <summary>Reductions against differences of the function itself, and at the places where a formula would divide by zero.</summary>
public sealed class ReductionsTests
{
    private static readonly double[] X = [1.5, -0.25, 2, 0.75];
    private static readonly double[] Y = [0.5, 1, -1.5, 2];

    public delegate double Function(ReadOnlySpan<double> x);

    public delegate void Adjoint(ReadOnlySpan<double> x, double r, double seed, Span<double> xAdjoint);

    public delegate double Tangent(ReadOnlySpan<double> x, double r, ReadOnlySpan<double> xTangent);

    public static TheoryData<string, Function, Adjoint, Tangent> All => new()
    {
        { "mean", x => Sum(x) / x.Length, (_, _, seed, a) => AutoDiff.Reductions.AverageAdjoint(seed, a), (_, _, t) => AutoDiff.Reductions.AverageTangent(t) },
        { "product", Product, (x, _, seed, a) => AutoDiff.Reductions.ProductAdjoint(x, seed, a), (x, _, t) => AutoDiff.Reductions.ProductTangent(x, t) },
        { "greatest", Greatest, AutoDiff.Reductions.ExtremeAdjoint, AutoDiff.Reductions.ExtremeTangent },
        { "deviation", Deviation, AutoDiff.Reductions.StandardDeviationAdjoint, AutoDiff.Reductions.StandardDeviationTangent },
        { "cosine", x => Cosine(x, Y), (x, r, seed, a) => AutoDiff.Reductions.CosineSimilarityAdjoint(x, Y, r, seed, a), (x, r, t) => AutoDiff.Reductions.CosineSimilarityTangent(x, Y, r, t) },
    };

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void Derivative_AwayFromKinks_IsThatOfDifferences(string name, Function function, Adjoint adjoint, Tangent tangent)
    {
        var sums = new double[X.Length];
        adjoint(X, function(X), 2, sums);
        for (int i = 0; i < X.Length; i++)
        {
            double[] above = [.. X], below = [.. X], direction = new double[X.Length];
            (above[i], below[i], direction[i]) = (X[i] + 1e-5, X[i] - 1e-5, 1);
            double expected = (function(above) - function(below)) / 2e-5;
            Assert.True(Math.Abs(2 * expected - sums[i]) < 1e-8, $"{name}: {2 * expected} and {sums[i]}");
            Assert.True(Math.Abs(expected - tangent(X, function(X), direction)) < 1e-8, name);
        }
    }

    [Theory]
    [InlineData(new double[] { 0, 3, 2 }, new double[] { 6, 0, 0 })]
    [InlineData(new double[] { 0, 3, 0 }, new double[] { 0, 0, 0 })]
    [InlineData(new double[] { 1e200, 1e200, 1e-300 }, new double[] { 1e-100, 1e-100, double.PositiveInfinity })]
    [InlineData(new double[] { 1e-200, 1e-200, 1e200 }, new double[] { 1, 1, 0 })]
    public void Product_WithZerosOrBeyondTheRange_IsTheProductOfTheOthers(double[] x, double[] expected)
    {
        var adjoint = new double[x.Length];
        AutoDiff.Reductions.ProductAdjoint(x, 1, adjoint);
        for (int i = 0; i < x.Length; i++) Assert.Equal(expected[i], adjoint[i], Math.Min(1e-12 * Math.Abs(expected[i]), 1));
    }

    [Fact]
    public void SoftMax_InPlace_IsThatOfSeparateBuffers()
    {
        double[] r = [0.2, 0.5, 0.3], given = [1, -2, 4], apart = new double[3], shared = [1, -2, 4];
        AutoDiff.Reductions.SoftMaxAdjoint(r, given, apart);
        AutoDiff.Reductions.SoftMaxAdjoint(r, shared, shared);

        Assert.Equal([0d, 0, 0], given);
        Assert.Equal(apart, shared);
        Assert.Equal(0.2 * (1 - 0.4), apart[0], 1e-15);
    }

    private static double Sum(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double value in x) sum += value;
        return sum;
    }

    private static double Product(ReadOnlySpan<double> x)
    {
        double product = 1;
        foreach (double value in x) product *= value;
        return product;
    }

    private static double Greatest(ReadOnlySpan<double> x)
    {
        double greatest = x[0];
        foreach (double value in x) greatest = Math.Max(greatest, value);
        return greatest;
    }

    private static double Deviation(ReadOnlySpan<double> x)
    {
        double mean = Sum(x) / x.Length, sum = 0;
        foreach (double value in x) sum += (value - mean) * (value - mean);
        return Math.Sqrt(sum / x.Length);
    }

    private static double Cosine(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double dot = 0, squares = 0, others = 0;
        for (int i = 0; i < x.Length; i++) (dot, squares, others) = (dot + x[i] * y[i], squares + x[i] * x[i], others + y[i] * y[i]);
        return dot / Math.Sqrt(squares * others);
    }
}
