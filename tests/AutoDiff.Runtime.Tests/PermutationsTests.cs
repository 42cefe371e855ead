using System.Runtime.InteropServices;

namespace AutoDiff.Runtime.Tests;

/// <summary>The orders are those of the framework, to the last bit of what is moved.</summary>
public class PermutationsTests
{
    private static readonly double[] Awkward = [0.0, -0.0, double.NaN, BitConverter.Int64BitsToDouble(-1), 1, -1, 2, 2.5, double.PositiveInfinity, double.NegativeInfinity];

    /// <summary>Arrays on both sides of the lengths at which the framework changes its algorithm, with many equal elements.</summary>
    public static TheoryData<int, int> Shapes => new(
        from length in (int[])[0, 1, 2, 3, 4, 15, 16, 17, 40, 500]
        from seed in (int[])[1, 2, 3]
        select (length, seed));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Sort_OfNumbers_PutsEachBitWhereArraySortPutsIt(int length, int seed)
    {
        double[] keys = Drawn(length, seed), sorted = [.. keys];
        var order = new int[length];
        Permutations.Sort(keys, order);
        Array.Sort(sorted);
        Assert.Equal(Bits(sorted), Bits(Moved(keys, order)));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Sort_OfSingles_PutsEachBitWhereSpanSortPutsIt(int length, int seed)
    {
        float[] keys = [.. Drawn(length, seed).Select(key => (float)key)], sorted = [.. keys];
        var order = new int[length];
        Permutations.Sort(keys.AsSpan(), order);
        sorted.AsSpan().Sort();
        Assert.Equal(sorted.Select(BitConverter.SingleToInt32Bits), Moved(keys, order).Select(BitConverter.SingleToInt32Bits));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Sort_OfPairs_IsThatOfTheFramework(int length, int seed)
    {
        (double, int)[] keys = [.. Drawn(length, seed).Select((key, i) => (Math.Round(key), i % 3))], sorted = [.. keys];
        var order = new int[length];
        Permutations.Sort(keys, order);
        Array.Sort(sorted);
        Assert.Equal(sorted, Moved(keys, order));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Sort_ByAComparison_IsThatOfTheFramework(int length, int seed)
    {
        System.Comparison<double> comparison = (x, y) => Math.Abs(y).CompareTo(Math.Abs(x));
        double[] keys = Drawn(length, seed), sorted = [.. keys];
        int[] order = new int[length], ofSpan = new int[length], ofList = new int[length];
        Permutations.Sort(keys, order, comparison);
        Permutations.Sort(keys.AsSpan(), ofSpan, comparison);
        Permutations.Sort(keys.ToList(), ofList, comparison);
        Array.Sort(sorted, comparison);
        Assert.Equal(Bits(sorted), Bits(Moved(keys, order)));
        Assert.Equal(order, ofSpan);
        Assert.Equal(order, ofList);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Sort_OfAList_IsThatOfTheFramework(int length, int seed)
    {
        List<double> keys = [.. Drawn(length, seed)], sorted = [.. keys];
        var order = new int[length];
        Permutations.Sort(keys, order);
        sorted.Sort();
        Assert.Equal(Bits([.. sorted]), Bits(Moved([.. keys], order)));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Sort_WithItems_MovesThemAsTheFramework(int length, int seed)
    {
        double[] keys = Drawn(length, seed);
        int[] items = [.. Enumerable.Range(0, length + 2)], moved = [.. items];
        var order = new int[Permutations.Pairs(keys, items)];
        Permutations.Sort(keys, order);
        Permutations.Move(order, moved);
        Array.Sort((double[])keys.Clone(), items);
        Assert.Equal(items, moved);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Order_IsStable_AsLinq(int length, int seed)
    {
        double[] keys = Drawn(length, seed), seconds = [.. Drawn(length, seed + 100).Select(value => value > 1 ? 1.0 : 0.0)];
        int[] all = [.. Enumerable.Range(0, length)], order = new int[length], then = new int[length];
        Permutations.Order(keys, order);
        Assert.Equal(all.OrderBy(i => keys[i]), order);
        Permutations.OrderDescending(keys, order);
        Assert.Equal(all.OrderByDescending(i => keys[i]), order);
        Permutations.OrderDescending(keys, order);
        Permutations.Order(seconds, order, then);
        Assert.Equal(all.OrderBy(i => seconds[i]).ThenByDescending(i => keys[i]), then);
        Permutations.Order(keys, order);
        Permutations.OrderDescending(seconds, order, then);
        Assert.Equal(all.OrderByDescending(i => seconds[i]).ThenBy(i => keys[i]), then);
    }

    [Fact]
    public void Part_IsJudgedAsArrayJudges()
    {
        double[] array = [3, 1, 2];
        Assert.Equal(2, Permutations.Part(array, 1, 2));
        Assert.Equal(0, Permutations.Part(array, 3, 0));
        foreach ((int index, int length) in ((int, int)[])[(-1, 1), (0, -1), (2, 2), (4, 0), (1, int.MaxValue)])
            Assert.Throws(Record.Exception(() => Array.Sort(array, index, length))!.GetType(), () => Permutations.Part(array, index, length));
    }

    [Fact]
    public void Pairs_OfTooFewItemsOrOfTheSameArray_Throws()
    {
        double[] keys = [3, 1, 2];
        Assert.Throws<ArgumentException>(() => Permutations.Pairs(keys, new int[2]));
        Assert.Throws<ArgumentException>(() => Permutations.Pairs(keys, keys));
        Assert.Equal(3, Permutations.Pairs(keys, (double[])keys.Clone()));
    }

    [Fact]
    public void All_WithoutAComparison_AllocateNothingInTheSteadyState()
    {
        double[] keys = Drawn(300, 5);
        int[] order = new int[300], then = new int[300];
        long Measured()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Permutations.Sort(keys, order);
            Permutations.OrderDescending(keys, order);
            Permutations.Order(keys, order, then);
            Permutations.Move(order, then);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Assert.Equal(0, Enumerable.Range(0, 20).Min(_ => Measured()));
    }

    private static double[] Drawn(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => seed == 1 ? random.NextDouble() : Awkward[random.Next(Awkward.Length)])];
    }

    private static T[] Moved<T>(T[] items, int[] order) => [.. order.Select(i => items[i])];

    private static long[] Bits(double[] values) => MemoryMarshal.Cast<double, long>(values).ToArray();
}
