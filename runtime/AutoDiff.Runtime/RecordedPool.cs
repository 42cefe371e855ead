using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>
/// One thread's arrays at rest behind <see cref="Recorded{T}"/> and <see cref="RecordedStack{T}"/>, by power of two, over the shared pool.
/// </summary>
/// <typeparam name="T">The type of one recorded value.</typeparam>
/// <remarks>
/// The shared pool alone keeps some 30 arrays of a size for each core, and takes a lock for all but one of them: a recursion that holds
/// a recording at each level would allocate at every call. Large arrays go to the shared pool, which gives them up when memory is short.
/// </remarks>
sealed class RecordedPool<T>
{
    const long MaxArrayBytes = 1L << 20;
    const long MaxRetainedBytes = 64L << 20;
    const int MinLengthLog2 = 4;

    [ThreadStatic] static RecordedPool<T>? t_pool;

    readonly Stack<T[]>?[] _atRest = new Stack<T[]>?[32]; // _atRest[k]: arrays of length 2^k
    long _retainedBytes;

    /// <summary>An array with unspecified content.</summary>
    /// <param name="length">What the array has to hold, at least 1.</param>
    /// <returns>An array of the next power of two from 16 on, or of more than 2³⁰ elements.</returns>
    internal static T[] Rent(int length)
    {
        int log2 = BitOperations.Log2((uint)(length - 1) | ((1 << MinLengthLog2) - 1)) + 1;
        if (t_pool is { } pool && pool._atRest[log2] is { } arrays && arrays.TryPop(out T[]? array))
        {
            pool._retainedBytes -= Bytes(array);
            return array;
        }
        if (log2 > 30) return ArrayPool<T>.Shared.Rent(length);

        // Another implementation of the shared pool may hand out longer arrays; here the length tells the place.
        array = ArrayPool<T>.Shared.Rent(1 << log2);
        return array.Length == 1 << log2 ? array : new T[1 << log2];
    }

    /// <summary>Takes an array of <see cref="Rent"/> back, on any thread. It is cleared if it holds references.</summary>
    internal static void Return(T[] array)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) Array.Clear(array);
        RecordedPool<T> pool = t_pool ??= new();
        long bytes = Bytes(array);
        if (bytes > MaxArrayBytes || pool._retainedBytes + bytes > MaxRetainedBytes)
        {
            ArrayPool<T>.Shared.Return(array);
            return;
        }
        pool._retainedBytes += bytes;
        (pool._atRest[BitOperations.Log2((uint)array.Length)] ??= new()).Push(array);
    }

    static long Bytes(T[] array) => (long)array.Length * Unsafe.SizeOf<T>();
}
