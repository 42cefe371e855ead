namespace AutoDiff.Runtime.Tests;

public class PartialsSignTests
{
    const double NaN = double.NaN, Inf = double.PositiveInfinity;

    [Theory]
    [InlineData(2, 1)]
    [InlineData(-2, -1)]
    [InlineData(0, 0)]
    [InlineData(-Inf, -1)]
    [InlineData(NaN, NaN)]
    public void AbsPartial_Corners_FollowTheConvention(double x, double expected)
    {
        Assert.Equal(expected, Partials.AbsPartial(x));
        Assert.Equal((float)expected, Partials.AbsPartial((float)x));
    }

    [Fact]
    public void AbsPartial_NegativeZero_IsPositiveZero() => Assert.False(double.IsNegative(Partials.AbsPartial(-0.0)));

    [Theory]
    [InlineData(2, 5, 1)]
    [InlineData(-2, 5, -1)]
    [InlineData(2, -5, -1)]
    [InlineData(-2, -5, 1)]
    [InlineData(2, -0.0, -1)]
    [InlineData(2, 0.0, 1)]
    [InlineData(Inf, -1, -1)]
    [InlineData(0, 1, 0)]
    [InlineData(-0.0, -1, 0)]
    [InlineData(NaN, 1, NaN)]
    public void CopySignFirst_FromSignOrResult_FollowsTheConvention(double x, double y, double expected)
    {
        Assert.Equal(expected, Partials.CopySignFirst(x, y), 0.0);
        Assert.Equal(expected, Partials.CopySignFirst(x, Math.CopySign(x, y)), 0.0);
        Assert.Equal((float)expected, Partials.CopySignFirst((float)x, (float)y), 0f);
    }

    [Theory]
    [InlineData(7, 2, -3, -4)] // 3.5 rounds to even
    [InlineData(-7, 2, 3, 4)]
    [InlineData(5, 2, -2, -2)]
    [InlineData(7, -2, 3, 4)]
    [InlineData(0.9, 0.1, -8, -9)] // 0.9 / 0.1 is 9, the exact quotient just below
    [InlineData(3, Inf, 0, 0)]
    [InlineData(1e15, 0.75, -1333333333333333, -1333333333333333)]
    [InlineData(1.7e308, 1e308, -1, -2)]
    [InlineData(Inf, 2, NaN, NaN)]
    [InlineData(1, 0, NaN, NaN)]
    public void RemainderSecond_BothKinds_IsMinusTheInteger(double x, double y, double truncated, double rounded)
    {
        Assert.Equal(truncated, Partials.RemainderSecond(x, y, x % y), 0.0);
        Assert.Equal(rounded, Partials.RemainderSecond(x, y, Math.IEEERemainder(x, y)), 0.0);
    }

    [Fact]
    public void RemainderSecond_RandomArguments_ReproducesTheRemainder()
    {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++)
        {
            double x = (random.NextDouble() - 0.5) * 1000, y = (random.NextDouble() - 0.5) * 10;
            double r = x % y, ieee = Math.IEEERemainder(x, y);

            Assert.Equal(r, Math.FusedMultiplyAdd(y, Partials.RemainderSecond(x, y, r), x), 1e-12);
            Assert.Equal(ieee, Math.FusedMultiplyAdd(y, Partials.RemainderSecond(x, y, ieee), x), 1e-12);
        }
    }
}
