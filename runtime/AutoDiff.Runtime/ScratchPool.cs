using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>Arrays at rest on one thread, by exact length, at most <see cref="MaxRetainedBytes"/> of them.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <remarks>
/// A round is one outermost scope of <see cref="Scratch{T}"/>. When the bound is reached, lengths that the current round has not asked
/// for make room, once per round; what still does not fit is left to the garbage collector. So a program that changes its
/// sizes does not fill the pool with arrays it will never use again, and one that repeats itself never allocates.
/// </remarks>
sealed class ScratchPool<T>
{
    /// <summary>What a thread keeps at most, for each element type.</summary>
    internal const long MaxRetainedBytes = 64L << 20;

    /// <summary>The largest array worth keeping.</summary>
    internal const long MaxArrayBytes = 16L << 20;

    readonly Dictionary<int, Bucket> _buckets = [];
    Bucket? _lastBucket; // loops ask for one length again and again
    long _retainedBytes;
    long _round;
    long _trimmedRound;

    sealed class Bucket(int length)
    {
        internal readonly int Length = length;
        internal readonly Stack<T[]> Arrays = new();
        internal long Round; // when it was last taken from or asked in vain
    }

    /// <summary>Announces a new outermost scope.</summary>
    internal void BeginRound() => _round++;

    /// <summary>An array of exactly this length with unspecified content, or null if none is at rest.</summary>
    internal T[]? TryTake(int length)
    {
        if (Bytes(length) > MaxArrayBytes) return null;
        Bucket bucket = BucketFor(length);
        bucket.Round = _round;
        if (!bucket.Arrays.TryPop(out T[]? array)) return null;
        _retainedBytes -= Bytes(length);
        return array;
    }

    /// <summary>Keeps an array, if there is room for it.</summary>
    internal void Return(T[] array)
    {
        long bytes = Bytes(array.Length);
        if (bytes > MaxArrayBytes) return;
        if (_retainedBytes + bytes > MaxRetainedBytes) Trim();
        if (_retainedBytes + bytes > MaxRetainedBytes) return;
        BucketFor(array.Length).Arrays.Push(array);
        _retainedBytes += bytes;
    }

    /// <summary>Drops the lengths that this round has not asked for.</summary>
    void Trim()
    {
        if (_trimmedRound == _round) return;
        _trimmedRound = _round;
        foreach (Bucket bucket in _buckets.Values)
        {
            if (bucket.Round == _round) continue;
            _retainedBytes -= bucket.Arrays.Count * Bytes(bucket.Length);
            _buckets.Remove(bucket.Length); // allowed while enumerating
        }
        _lastBucket = null;
    }

    Bucket BucketFor(int length)
    {
        if (_lastBucket is { } last && last.Length == length) return last;
        if (!_buckets.TryGetValue(length, out Bucket? bucket)) _buckets.Add(length, bucket = new(length));
        return _lastBucket = bucket;
    }

    /// <summary>The memory an array occupies, with its header and its place in the pool.</summary>
    static long Bytes(int length) => (long)length * Unsafe.SizeOf<T>() + 32;
}
