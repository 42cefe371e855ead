namespace AutoDiff.Runtime.Tests;

public class RecordedTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(1000)]
    public void Rent_AnyLength_HasExactlyThatLength(int length)
    {
        using var at = Recorded<double>.Rent(length);

        Assert.Equal(length, at.Length);
        Assert.Equal(length, at.Span.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Rent_NoOrNegativeLength_IsEmpty(int length)
    {
        using var at = Recorded<double>.Rent(length);

        Assert.Equal(0, at.Length);
        Assert.True(at.Span.IsEmpty);
    }

    [Fact]
    public void Index_WrittenForward_ReadsTheSameBackward()
    {
        using var at = Recorded<int>.Rent(1000);
        for (int i = 0; i < at.Length; i++) at[i] = 3 * i;

        for (int i = at.Length - 1; i >= 0; i--) Assert.Equal(3 * i, at[i]);
        Assert.Equal(2997, at.Span[^1]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)] // the pooled array behind is longer
    [InlineData(int.MaxValue)]
    public void Index_Outside_Throws(int index) => Assert.Throws<IndexOutOfRangeException>(() =>
    {
        using var at = Recorded<double>.Rent(5);
        return at[index];
    });

    [Fact]
    public void Dispose_Default_IsHarmless() => default(Recorded<string>).Dispose();

    [Fact]
    public void Dispose_References_AreCleared()
    {
        var at = Recorded<string?>.Rent(20);
        at.Span.Fill("kept alive");
        Span<string?> afterwards = at.Span;
        at.Dispose();

        Assert.Equal(new string?[20], afterwards.ToArray());
    }

    [Fact]
    public void Rent_TwoAtOnce_AreSeparate()
    {
        using var first = Recorded<double>.Rent(100);
        using var second = Recorded<double>.Rent(100);
        first.Span.Fill(1);
        second.Span.Fill(2);

        Assert.False(first.Span.Overlaps(second.Span));
        Assert.Equal(1, first[99]);
    }

    [Fact]
    public void Rent_SteadyState_AllocatesNothing() => Assert.Equal(0, SteadyState.AllocatedBytes(static () => Recurse(300)));

    static double Recurse(int depth)
    {
        if (depth == 0) return 0;
        using var values = Recorded<double>.Rent(10 + depth);
        using var branches = Recorded<bool>.Rent(depth);
        values[^1] = depth;
        branches[0] = true;
        return values[^1] + Recurse(depth - 1);
    }
}
