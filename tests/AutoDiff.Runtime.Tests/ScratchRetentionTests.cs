namespace AutoDiff.Runtime.Tests;

/// <summary>What a thread keeps between calls. On threads of their own, for fresh pools.</summary>
public class ScratchRetentionTests
{
    [Fact]
    public void New_LargerThan16MiB_IsNotRetained() => OnFreshThread(() =>
    {
        int length = (16 << 20) / sizeof(double);
        Assert.NotSame(NewAndDispose(length), NewAndDispose(length));
        Assert.Same(NewAndDispose(length / 2), NewAndDispose(length / 2));
    });

    [Fact]
    public void Dispose_Beyond64MiB_LeavesTheRestToTheCollector() => OnFreshThread(() =>
    {
        const int Length = (8 << 20) / sizeof(double) - 16;
        HashSet<object> first = new(ReferenceEqualityComparer.Instance);
        using (var scratch = Scratch<double>.Begin())
        {
            for (int i = 0; i < 12; i++) first.Add(scratch.New(Length));
        }
        int reused = 0;
        using (var scratch = Scratch<double>.Begin())
        {
            for (int i = 0; i < 12; i++) reused += first.Contains(scratch.New(Length)) ? 1 : 0;
        }

        Assert.Equal(8, reused);
    });

    [Fact]
    public void Dispose_PoolFullOfOtherLengths_MakesRoomForTheNew() => OnFreshThread(() =>
    {
        const int Length = (8 << 20) / sizeof(double) - 16;
        for (int i = 1; i <= 12; i++) NewAndDispose(Length - i); // sizes that never come again

        Assert.Same(NewAndDispose(Length), NewAndDispose(Length));
    });

    [Fact]
    public void New_OnAnotherThread_HasArraysOfItsOwn()
    {
        double[] mine = NewAndDispose(33);
        double[]? other = null;
        OnFreshThread(() => other = NewAndDispose(33));

        Assert.NotSame(mine, other);
        Assert.Same(mine, NewAndDispose(33));
    }

    static double[] NewAndDispose(int length)
    {
        using var scratch = Scratch<double>.Begin();
        return scratch.New(length);
    }

    static void OnFreshThread(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action));
        thread.Start();
        thread.Join();
        if (failure is not null) throw new Xunit.Sdk.XunitException(failure.ToString());
    }
}
