namespace AutoDiff.Runtime.Tests;

public class PartialsPowerTests
{
    const double NaN = double.NaN, Inf = double.PositiveInfinity;

    [Theory]
    [InlineData(2, 3, 12)]
    [InlineData(-2, 3, 12)]
    [InlineData(0, 0, 0)]
    [InlineData(NaN, 0, 0)] // the constant 1
    [InlineData(0, 1, 1)]
    [InlineData(0, 2, 0)]
    [InlineData(0, 0.5, Inf)]
    [InlineData(0, -1, -Inf)]
    [InlineData(Inf, 1, 1)]
    [InlineData(-2, 0.5, NaN)]
    public void PowBase_Corners_FollowTheConvention(double x, double y, double expected)
    {
        Assert.Equal(expected, Partials.PowBase(x, y));
        Assert.Equal((float)expected, Partials.PowBase((float)x, (float)y));
    }

    [Theory]
    [InlineData(1, 5, 0)]
    [InlineData(0, 2, 0)]
    [InlineData(0, Inf, 0)]
    [InlineData(0, 0, -Inf)] // 0^y falls from infinity to 1 to 0 there
    [InlineData(0, -1, -Inf)]
    [InlineData(Inf, -1, 0)]
    [InlineData(Inf, 1, Inf)]
    [InlineData(-2, 2, NaN)]
    [InlineData(NaN, 2, NaN)]
    [InlineData(0, NaN, NaN)]
    public void PowExponent_Corners_FollowTheConvention(double x, double y, double expected)
    {
        Assert.Equal(expected, Partials.PowExponent(x, y, Math.Pow(x, y)));
        Assert.Equal((float)expected, Partials.PowExponent((float)x, (float)y, MathF.Pow((float)x, (float)y)));
    }

    [Theory]
    [InlineData(0.3, 2.5)]
    [InlineData(4, -1.5)]
    [InlineData(1.7, 0.2)]
    public void Pow_Smooth_AgreesWithDifferences(double x, double y)
    {
        Assert.Equal(Difference(t => Math.Pow(t, y), x), Partials.PowBase(x, y), 1e-7);
        Assert.Equal(Difference(t => Math.Pow(x, t), y), Partials.PowExponent(x, y, Math.Pow(x, y)), 1e-7);
    }

    [Theory]
    [InlineData(3, 4, 0.6)]
    [InlineData(-3, 4, -0.6)]
    [InlineData(0, 4, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(1, Inf, 0)]
    [InlineData(NaN, 1, NaN)]
    public void HypotFirst_Corners_FollowTheConvention(double x, double y, double expected)
    {
        Assert.Equal(expected, Partials.HypotFirst(x, double.Hypot(x, y)));
        Assert.Equal((float)expected, Partials.HypotFirst((float)x, float.Hypot((float)x, (float)y)));
    }

    [Theory]
    [InlineData(8, 3, 1.0 / 12)]
    [InlineData(-8, 3, 1.0 / 12)]
    [InlineData(4, 2, 0.25)]
    [InlineData(4, -1, -1.0 / 16)]
    [InlineData(5, 1, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(0, 2, Inf)]
    [InlineData(0, 3, Inf)]
    [InlineData(0, -2, -Inf)]
    [InlineData(0, 0, NaN)]
    [InlineData(2, 0, NaN)]
    [InlineData(-4, 2, NaN)]
    [InlineData(Inf, 1, 1)]
    [InlineData(Inf, 3, 0)]
    [InlineData(-Inf, 3, 0)]
    [InlineData(Inf, -3, 0)]
    [InlineData(-Inf, 2, NaN)]
    public void RootNFirst_Corners_FollowTheConvention(double x, int n, double expected)
    {
        Assert.Equal(expected, Partials.RootNFirst(x, n, double.RootN(x, n)), 1e-15);
        Assert.Equal((float)expected, Partials.RootNFirst((float)x, n, float.RootN((float)x, n)), 1e-7f);
    }

    [Fact]
    public void Partials_AtNegativeZero_AreAsAtZero()
    {
        Assert.Equal(0, Partials.PowExponent(-0.0, 2, 0));
        Assert.Equal(Inf, Partials.RootNFirst(-0.0, 3, double.RootN(-0.0, 3)));
        Assert.Equal(-Inf, Partials.RootNFirst(-0.0, -3, double.RootN(-0.0, -3)));
    }

    static double Difference(Func<double, double> f, double at) => (f(at + 1e-5) - f(at - 1e-5)) / 2e-5;
}
