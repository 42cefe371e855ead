namespace AutoDiff.Runtime.Tests.RandomNumbers;

/// <summary>Random arrays: the generator against its definition, the distributions against theirs.</summary>
public sealed class ArrayRandomTests
{
    /// <summary>Philox 4x32-10 as the paper has it, one counter at a time.</summary>
    static uint[] Philox(uint[] counter, uint[] key)
    {
        uint[] x = [.. counter], k = [.. key];
        for (int round = 0; round < 10; round++)
        {
            ulong first = 0xD2511F53ul * x[0], second = 0xCD9E8D57ul * x[2];
            x = [(uint)(second >> 32) ^ x[1] ^ k[0], (uint)second, (uint)(first >> 32) ^ x[3] ^ k[1], (uint)first];
            k = unchecked([k[0] + 0x9E3779B9, k[1] + 0xBB67AE85]);
        }
        return x;
    }

    [Fact]
    public void Philox_OfTheTest_GivesTheVectorsOfTheReferenceImplementation()
    {
        Assert.Equal([0x6627e8d5u, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8], Philox([0, 0, 0, 0], [0, 0]));
        Assert.Equal([0x408f276du, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd], Philox([~0u, ~0u, ~0u, ~0u], [~0u, ~0u]));
        Assert.Equal(
            [0xd16cfe09u, 0x94fdcceb, 0x5001e420, 0x24126ea1], Philox([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0]));
    }

    [Theory]
    [InlineData(0ul)]
    [InlineData(42ul)]
    [InlineData(0x123456789ABCDEF0ul)]
    public void Uniform_IsPhiloxInGroupsOfEightCounters(ulong seed)
    {
        const int Length = 10_000;
        float[] numbers = new ArrayRandom(seed).Uniform<float>(0, 1, Length).ToArray();
        for (int i = 0; i < Length; i++)
        {
            uint counter = (uint)(i / 32 * 8 + i % 8);
            uint word = Philox([counter, 0, 0, 0], [(uint)seed, (uint)(seed >> 32)])[i % 32 / 8];
            Assert.Equal((word >> 8) / (float)(1 << 24), numbers[i]);
        }
    }

    [Fact]
    public void TheSameSeed_GivesTheSameNumbers()
    {
        static double[] Numbers(ulong seed)
        {
            ArrayRandom random = new(seed);
            return [.. random.Normal<double>(3, 100).ToArray(), .. random.Permutation(50).Select(i => (double)i), .. random.Uniform<double>(-1, 1, 77).ToArray()];
        }

        Assert.Equal(Numbers(7), Numbers(7));
        Assert.Empty(Numbers(7).Distinct().Where(number => number % 1 != 0).Intersect(Numbers(8)));
    }

    [Fact]
    public void LongAndShortArrays_BeginWithTheSameNumbers()
    {
        float[] all = new ArrayRandom(3).Normal<float>(300_000).ToArray();
        foreach (int length in (int[])[256, 512, 4096, 200_192]) Assert.Equal(all[..length], new ArrayRandom(3).Normal<float>(length).ToArray());
        Assert.Equal(all[..100], new ArrayRandom(3).Normal<float>(100).ToArray());
    }

    [Fact]
    public void SuccessiveArrays_ShareNoNumbers()
    {
        ArrayRandom random = new(1);
        double[] first = random.Uniform<double>(0, 1, 5, 20).ToArray(), second = random.Uniform<double>(0, 1, 100).ToArray();
        Assert.Empty(first.Intersect(second));
    }

    public static TheoryData<string, double[], Func<double, double>> Samples => new()
    {
        { "uniform float", Doubles(new ArrayRandom(1).Uniform<float>(-2, 3, 400, 500)), x => (x + 2) / 5 },
        { "uniform double", Doubles(new ArrayRandom(2).Uniform<double>(-2, 3, 400, 500)), x => (x + 2) / 5 },
        { "normal float", Doubles(new ArrayRandom(3).Normal<float>(400, 500)), Gauss },
        { "normal double", Doubles(new ArrayRandom(4).Normal<double>(400, 500)), Gauss },
        { "normal with mean and deviation", Doubles(new ArrayRandom(5).Normal(3.0, 0.5, [200_000])), x => Gauss((x - 3) / 0.5) },
        { "a row each", [.. Enumerable.Range(0, 2000).SelectMany(seed => Doubles(new ArrayRandom((ulong)seed).Normal<float>(100)))], Gauss },
    };

    [Theory]
    [MemberData(nameof(Samples), DisableDiscoveryEnumeration = true)]
    public void Samples_FollowTheirDistribution(string name, double[] sample, Func<double, double> distribution)
    {
        // Kolmogorov and Smirnov: above 1.95 / √n once in a thousand.
        double[] sorted = [.. sample.Order()];
        double distance = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double expected = distribution(sorted[i]);
            distance = Math.Max(distance, Math.Max(expected - (double)i / sorted.Length, (i + 1.0) / sorted.Length - expected));
        }
        Assert.True(distance < 1.95 / Math.Sqrt(sorted.Length), $"{name}: {distance}");

        // Neighbours have nothing to do with one another.
        double[] ranks = [.. sample.Select(x => distribution(x) - 0.5)];
        foreach (int lag in (int[])[1, 2, 7, 8, 16, 128])
        {
            double correlation = ranks.Zip(ranks.Skip(lag), (x, y) => 12 * x * y).Average();
            Assert.True(Math.Abs(correlation) < 4 / Math.Sqrt(ranks.Length), $"{name}: correlation {correlation} at {lag}");
        }
    }

    static double[] Doubles<T>(NDArray<T> array) => array.ToDoubles();

    /// <summary>The normal distribution function by the continued fraction and the series of its complement.</summary>
    static double Gauss(double x)
    {
        if (x < 0) return 1 - Gauss(-x);
        if (x > 4) return 1 - Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 5 / x)))));
        double sum = x, term = x;
        for (int i = 1; i < 120; i++) sum += term *= x * x / (2 * i + 1);
        return 0.5 + sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }

    [Fact]
    public void Normal_HasItsMoments()
    {
        double[] x = new ArrayRandom(11).Normal<double>(1_000_000).ToArray();
        Assert.Equal(0, x.Average(), 0.004);
        Assert.Equal(1, x.Average(v => v * v), 0.006);
        Assert.Equal(0, x.Average(v => v * v * v), 0.016);
        Assert.Equal(3, x.Average(v => v * v * v * v), 0.04);
        Assert.True(x.Max() > 4.3 && x.Min() < -4.3);
    }

    [Fact]
    public void Uniform_StaysBetweenItsBounds()
    {
        float[] x = new ArrayRandom(5).Uniform(1f, MathF.BitIncrement(1f), 100_000).ToArray();
        Assert.All(x, value => Assert.Equal(1f, value));
        Assert.All(new ArrayRandom(5).Uniform(4.0, 4.0, 10).ToArray(), value => Assert.Equal(4.0, value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ArrayRandom(5).Uniform(2.0, 1.0, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ArrayRandom(5).Uniform(0, double.PositiveInfinity, 10));
        Assert.Throws<NotSupportedException>(() => new ArrayRandom(5).Uniform(0, 10, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ArrayRandom(5).Normal(0.0, -1.0, [3]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void Permutation_HasEveryNumberOnce(int n) =>
        Assert.Equal(Enumerable.Range(0, n), new ArrayRandom(9).Permutation(n).Order());

    [Fact]
    public void Permutation_MakesEveryOrderEquallyLikely()
    {
        ArrayRandom random = new(10);
        Dictionary<string, int> counts = [];
        for (int i = 0; i < 24_000; i++)
        {
            string order = string.Join(' ', random.Permutation(4));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }
        Assert.Equal(24, counts.Count);
        double chiSquare = counts.Values.Sum(count => (count - 1000.0) * (count - 1000) / 1000);
        Assert.True(chiSquare < 49.7, $"{chiSquare}"); // 23 degrees of freedom, once in a thousand
    }

    [Fact]
    public void Bernoulli_IsOneWithItsProbability()
    {
        float[] x = new ArrayRandom(12).Bernoulli(0.3f, 100_000).ToArray();
        Assert.All(x, value => Assert.True(value is 0 or 1));
        Assert.Equal(0.3, x.Average(), 0.006);
        Assert.All(new ArrayRandom(12).Bernoulli(1.0, 1000).ToArray(), value => Assert.Equal(1, value));
        Assert.All(new ArrayRandom(12).Bernoulli(0.0, 1000).ToArray(), value => Assert.Equal(0, value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ArrayRandom(12).Bernoulli(1.5, 3));
    }

    [Fact]
    public void Shapes_MayBeEmpty()
    {
        Assert.Equal(0, new ArrayRandom(1).Normal<float>(3, 0).Size);
        Assert.Equal(1, new ArrayRandom(1).Normal<double>().Size);
    }
}
