using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>
/// Philox 4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011): ten rounds turn a counter and a key into four
/// random words. Numbers have no predecessor to wait for, so any part of a sequence can be made on any core.
/// </summary>
static class Philox
{
    /// <summary>The counters that are worked on at a time, one in each lane.</summary>
    internal const int Lanes = 8;

    /// <summary>The words that they give.</summary>
    internal const int Group = 4 * Lanes;

    const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57, Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;

    /// <summary>
    /// Fills groups of <see cref="Group"/> words: the first words of eight successive counters from <paramref name="counter"/> on, then their second words,
    /// and so on; then the next group.
    /// </summary>
    /// <param name="key">The seed.</param>
    /// <param name="counter">The lower half of the first counter; the upper half is zero.</param>
    /// <param name="words">What is filled: whole groups.</param>
    [MethodImpl(Compiled.ByItself)]
    internal static void Fill(ulong key, ulong counter, Span<uint> words)
    {
        for (; words.Length >= Group; words = words[Group..], counter += Lanes)
        {
            Vector512<ulong> counters = Vector512.Create(counter) + Vector512.CreateSequence(0ul, 1ul), word = Vector512.Create<ulong>(uint.MaxValue);
            Vector512<ulong> x0 = counters & word, x1 = counters >>> 32, x2 = default, x3 = default;
            (uint key0, uint key1) = ((uint)key, (uint)(key >> 32));
            for (int round = 0; round < 10; round++)
            {
                Vector512<ulong> product0 = x0 * Vector512.Create<ulong>(Multiplier0), product1 = x2 * Vector512.Create<ulong>(Multiplier1);
                x0 = (product1 >>> 32) ^ x1 ^ Vector512.Create<ulong>(key0);
                x2 = (product0 >>> 32) ^ x3 ^ Vector512.Create<ulong>(key1);
                (x1, x3) = (product1 & word, product0 & word);
                unchecked
                {
                    key0 += Weyl0;
                    key1 += Weyl1;
                }
            }
            Vector512.Narrow(x0, x1).CopyTo(words);
            Vector512.Narrow(x2, x3).CopyTo(words[(2 * Lanes)..]);
        }
    }
}
