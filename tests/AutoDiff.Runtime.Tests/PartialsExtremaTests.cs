namespace AutoDiff.Runtime.Tests;

public class PartialsExtremaTests
{
    const double NaN = double.NaN, Inf = double.PositiveInfinity;

    [Theory]
    [InlineData(2, 1, 1, 0)]
    [InlineData(1, 2, 0, 1)]
    [InlineData(-1, -1, 0.5, 0.5)]
    [InlineData(-0.0, 0.0, 0.5, 0.5)]
    [InlineData(Inf, Inf, 0.5, 0.5)]
    [InlineData(Inf, 1, 1, 0)]
    [InlineData(NaN, 1, 1, 1)]
    [InlineData(1, NaN, 0, 0)]
    [InlineData(NaN, NaN, 0.5, 0.5)]
    public void MaxMinFirst_Corners_FollowTheConvention(double x, double y, double max, double min)
    {
        Assert.Equal(max, Partials.MaxFirst(x, y));
        Assert.Equal(min, Partials.MinFirst(x, y));
        Assert.Equal((float)max, Partials.MaxFirst((float)x, (float)y));
        Assert.Equal((float)min, Partials.MinFirst((float)x, (float)y));
    }

    [Theory]
    [InlineData(2, -1, 1, 0)]
    [InlineData(1, -2, 0, 1)]
    [InlineData(3, 3, 0.5, 0.5)]
    [InlineData(-3, -3, 0.5, 0.5)]
    [InlineData(3, -3, 1, 0)] // a jump: to the argument that is returned
    [InlineData(-3, 3, 0, 1)]
    [InlineData(Inf, -Inf, 1, 0)]
    [InlineData(-0.0, 0.0, 0.5, 0.5)]
    [InlineData(NaN, 1, 1, 1)]
    [InlineData(1, NaN, 0, 0)]
    [InlineData(NaN, NaN, 0.5, 0.5)]
    public void MagnitudeFirst_Corners_FollowTheConvention(double x, double y, double max, double min)
    {
        Assert.Equal(max, Partials.MaxMagnitudeFirst(x, y));
        Assert.Equal(min, Partials.MinMagnitudeFirst(x, y));
        Assert.Equal((float)max, Partials.MaxMagnitudeFirst((float)x, (float)y));
        Assert.Equal((float)min, Partials.MinMagnitudeFirst((float)x, (float)y));
    }

    [Theory]
    [InlineData(2, -1)]
    [InlineData(3, -3)]
    [InlineData(-3, 3)]
    [InlineData(-1, 2)]
    [InlineData(NaN, 2)]
    [InlineData(2, NaN)]
    public void Partials_NoTie_GoToTheArgumentThatIsReturned(double x, double y)
    {
        Assert.Equal(Math.MaxMagnitude(x, y), Partials.MaxMagnitudeFirst(x, y) == 1 ? x : y);
        Assert.Equal(Math.MinMagnitude(x, y), Partials.MinMagnitudeFirst(x, y) == 1 ? x : y);
        Assert.Equal(Math.Max(x, y), Partials.MaxFirst(x, y) == 1 ? x : y);
        Assert.Equal(Math.Min(x, y), Partials.MinFirst(x, y) == 1 ? x : y);
    }

    [Theory]
    [InlineData(0, 1, 2, 0, 1, 0)]
    [InlineData(1.5, 1, 2, 1, 0, 0)]
    [InlineData(3, 1, 2, 0, 0, 1)]
    [InlineData(1, 1, 2, 0.5, 0.5, 0)]
    [InlineData(2, 1, 2, 0.5, 0, 0.5)]
    [InlineData(0, 1, 1, 0, 1, 0)] // low = high, x below: the lower bound is returned
    [InlineData(2, 1, 1, 0, 0, 1)]
    [InlineData(1, 1, 1, 1.0 / 3, 1.0 / 3, 1.0 / 3)]
    [InlineData(-0.0, 0.0, 1, 0.5, 0.5, 0)]
    [InlineData(NaN, 1, 2, 1, 0, 0)]
    [InlineData(5, NaN, 2, 0, 0, 1)]
    [InlineData(1, NaN, 2, 1, 0, 0)]
    [InlineData(0, 1, NaN, 0, 1, 0)]
    [InlineData(Inf, 1, Inf, 0.5, 0, 0.5)]
    public void Clamp_Regions_FollowTheConvention(double x, double low, double high, double byX, double byLow, double byHigh)
    {
        Assert.Equal(byX, Partials.ClampValue(x, low, high));
        Assert.Equal(byLow, Partials.ClampLow(x, low, high));
        Assert.Equal(byHigh, Partials.ClampHigh(x, low, high));
        Assert.Equal((float)byX, Partials.ClampValue((float)x, (float)low, (float)high));
        Assert.Equal((float)byLow, Partials.ClampLow((float)x, (float)low, (float)high));
        Assert.Equal((float)byHigh, Partials.ClampHigh((float)x, (float)low, (float)high));
    }
}
