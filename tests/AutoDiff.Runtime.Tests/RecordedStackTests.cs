namespace AutoDiff.Runtime.Tests;

public class RecordedStackTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(100_000)]
    public void Index_WrittenForward_ReadsTheSameBackward(int count)
    {
        using var at = RecordedStack<long>.Rent();
        for (int k = 0; k < count; k++) at[k] = 7L * k;

        for (int k = count - 1; k >= 0; k--) Assert.Equal(7L * k, at[k]);
    }

    [Fact]
    public void Index_AtEverySegmentBoundary_IsItsOwnPlace()
    {
        using var at = RecordedStack<int>.Rent();
        int[] indices = [0, 255, 256, 511, 512, 1023, 1024, 65_535, 65_536, 1_000_000];
        foreach (int k in indices) at[k] = k + 1;

        foreach (int k in indices) Assert.Equal(k + 1, at[k]);
        Assert.Equal(512, at[511]);
    }

    [Fact]
    public void Index_HolesAndRandomAccess_KeepWhatWasWritten()
    {
        using var at = RecordedStack<double>.Rent();
        for (int k = 0; k < 5000; k += 7) at[k] = k;
        at[3_000_000] = -1; // skips whole segments

        Assert.Equal(-1, at[3_000_000]);
        for (int k = 4998 / 7 * 7; k >= 0; k -= 7) Assert.Equal(k, at[k]);
    }

    [Fact]
    public void Index_BeyondAHundredMillion_Works()
    {
        using var at = RecordedStack<byte>.Rent();
        at[3] = 5;
        at[134_217_727] = 7;

        Assert.Equal(7, at[134_217_727]);
        Assert.Equal(5, at[3]);
    }

    [Fact]
    public void Index_Growing_LeavesReferencesValid()
    {
        using var at = RecordedStack<double>.Rent();
        ref double early = ref at[300];
        for (int k = 0; k < 100_000; k++) at[k] = 1;
        early = 42;

        Assert.Equal(42, at[300]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Index_Negative_Throws(int index)
    {
        using var at = RecordedStack<double>.Rent();
        Assert.Throws<IndexOutOfRangeException>(() => at[index]);
        at[1000] = 1;
        Assert.Throws<IndexOutOfRangeException>(() => at[index]);
        Assert.Equal(1, at[1000]);
    }

    [Fact]
    public void Rent_AfterDispose_ReusesTheObject()
    {
        var first = RecordedStack<float>.Rent();
        first.Dispose();

        using var second = RecordedStack<float>.Rent();
        Assert.Same(first, second);
    }

    [Fact]
    public void Rent_ManyAtOnce_AreSeparate()
    {
        var stacks = Enumerable.Range(0, 50).Select(_ => RecordedStack<int>.Rent()).ToList();
        for (int k = 0; k < 600; k++)
        {
            for (int s = 0; s < stacks.Count; s++) stacks[s][k] = s;
        }

        Assert.Equal(stacks.Count, stacks.Distinct().Count());
        for (int s = 0; s < stacks.Count; s++) Assert.All(Enumerable.Range(0, 600), k => Assert.Equal(s, stacks[s][k]));
        stacks.ForEach(stack => stack.Dispose());
    }

    [Fact]
    public void Dispose_Twice_IsHarmless()
    {
        var stack = RecordedStack<short>.Rent();
        stack.Dispose();
        stack.Dispose();

        using var first = RecordedStack<short>.Rent();
        using var second = RecordedStack<short>.Rent();
        Assert.NotSame(first, second);
    }

    [Fact]
    public void Index_AfterDispose_Throws()
    {
        var stack = RecordedStack<char>.Rent();
        stack[0] = 'a';
        stack.Dispose();

        Assert.Throws<ObjectDisposedException>(() => stack[0]);
    }

    [Fact]
    public void Dispose_References_AreCleared()
    {
        var stack = RecordedStack<string?>.Rent();
        for (int k = 0; k < 300; k++) stack[k] = "kept alive";
        stack.Dispose();

        using var again = RecordedStack<string?>.Rent();
        Assert.Same(stack, again);
        Assert.All(Enumerable.Range(0, 256), k => Assert.Null(again[k]));
    }

    [Fact]
    public void Dispose_OnAnotherThread_IsHarmless()
    {
        var stack = RecordedStack<ulong>.Rent();
        for (int k = 0; k < 1000; k++) stack[k] = (ulong)k;
        OnAnotherThread(stack.Dispose);

        using var mine = RecordedStack<ulong>.Rent();
        Assert.NotSame(stack, mine);
        mine[999] = 1;
        Assert.Equal(1ul, mine[999]);
    }

    [Fact]
    public void Rent_SteadyState_AllocatesNothing() => Assert.Equal(0, SteadyState.AllocatedBytes(static () => Recurse(200)));

    static double Recurse(int depth)
    {
        if (depth == 0) return 0;
        using var at = RecordedStack<double>.Rent();
        for (int k = 0; k < 300 + depth; k++) at[k] = k;
        return at[99] + Recurse(depth - 1);
    }

    static void OnAnotherThread(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join();
    }
}
