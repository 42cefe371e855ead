namespace AutoDiff.Runtime.Tests;

/// <summary>The three kinds of pooled buffers as one differentiated method uses them: together, recursive, on many threads at once.</summary>
public class PooledBuffersTests
{
    [Fact]
    public void Recursion_EveryLevel_KeepsItsOwnBuffers() => Assert.Equal(0, Corruptions(depth: 60, seed: 1));

    [Fact]
    public void Threads_AtTheSameTime_KeepTheirOwnBuffers()
    {
        int corruptions = 0;
        var threads = Enumerable.Range(1, 6).Select(seed => new Thread(() =>
        {
            for (int i = 0; i < 20; i++) Interlocked.Add(ref corruptions, Corruptions(depth: 20, 1000 * seed + i));
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal(0, corruptions);
    }

    /// <summary>Fills buffers, lets deeper levels do the same in between, and counts the elements that changed.</summary>
    static int Corruptions(int depth, int seed)
    {
        if (depth == 0) return 0;
        int length = 1 + seed * depth % 700;
        using var recorded = Recorded<int>.Rent(length);
        using var stack = RecordedStack<int>.Rent();
        using var scratch = Scratch<int>.Begin();
        int[] early = scratch.New(length), array = scratch.New(length);
        int corruptions = array.Count(value => value != 0);
        scratch.Free(early);
        for (int k = 0; k < length; k++) recorded[k] = stack[k] = array[k] = seed + k;

        corruptions += Corruptions(depth - 1, seed + 1) + Corruptions(depth / 3, seed + 2);

        for (int k = length - 1; k >= 0; k--)
        {
            int expected = seed + k;
            corruptions += recorded[k] == expected && stack[k] == expected && array[k] == expected ? 0 : 1;
        }
        return corruptions;
    }
}
