using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>
/// Large buffers between their uses. Nobody disposes an array: a buffer comes back when the garbage collector finds its storage unreachable,
/// and the pool asks for a collection of the young generations whenever as many bytes were handed out as <see cref="BufferBudget"/> allows. So the
/// working set of a loop is the budget and what is alive, and its pages stay mapped.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
static class BufferPool<T>
{
    /// <summary>Smaller buffers are cheaper to allocate than to finalize.</summary>
    const int MinBytes = 32 << 10;

    static readonly Lock Gate = new();
    static readonly Stack<T[]>?[] Buckets = new Stack<T[]>?[64 * 4];
    static readonly int[] LowWater = new int[64 * 4];

    static BufferPool()
    {
        BufferBudget.Reviewing += Trim;
        BufferBudget.Emptying += Empty;
    }

    /// <summary>A storage for at least <paramref name="length"/> elements of unspecified content.</summary>
    internal static Storage<T> Rent(int length)
    {
        long bytes = (long)length * Unsafe.SizeOf<T>();
        if (bytes < MinBytes) return new(GC.AllocateUninitializedArray<T>(length));
        (int bucket, int capacity) = SizeClass(length);
        BufferBudget.Spend((long)capacity * Unsafe.SizeOf<T>());
        lock (Gate)
        {
            if (Buckets[bucket] is { Count: > 0 } stack)
            {
                T[] buffer = stack.Pop();
                LowWater[bucket] = Math.Min(LowWater[bucket], stack.Count);
                return new PooledStorage<T>(buffer);
            }
        }
        return new PooledStorage<T>(Allocate(capacity));
    }

    static T[] Allocate(int capacity)
    {
        try
        {
            return GC.AllocateUninitializedArray<T>(capacity);
        }
        catch (OutOfMemoryException)
        {
            BufferBudget.RecoverAll();
            return GC.AllocateUninitializedArray<T>(capacity);
        }
    }

    /// <summary>Takes a buffer back. Called by the finalizer thread.</summary>
    internal static void Return(T[] buffer)
    {
        (int bucket, _) = SizeClass(buffer.Length);
        BufferBudget.Recover((long)buffer.Length * Unsafe.SizeOf<T>());
        lock (Gate) (Buckets[bucket] ??= new()).Push(buffer);
    }

    /// <summary>Drops what lay idle since the last time.</summary>
    static void Trim()
    {
        lock (Gate)
        {
            for (int bucket = 0; bucket < Buckets.Length; bucket++)
            {
                if (Buckets[bucket] is not { } stack) continue;
                for (int idle = LowWater[bucket]; idle > 0; idle--) stack.Pop();
                LowWater[bucket] = stack.Count;
            }
        }
    }

    /// <summary>Drops everything that lies idle.</summary>
    static void Empty()
    {
        lock (Gate)
        {
            Array.Clear(Buckets);
            Array.Clear(LowWater);
        }
    }

    /// <summary>Four classes to a doubling, so that at most a fifth of a buffer is unused.</summary>
    static (int Bucket, int Capacity) SizeClass(int length)
    {
        int log = Math.Max(BitOperations.Log2((uint)length), 2);
        int step = 1 << (log - 2);
        int quarter = (length - (1 << log) + step - 1) / step;
        long capacity = (1L << log) + (long)quarter * step;
        return (log * 4 + quarter, (int)Math.Min(capacity, Array.MaxLength));
    }
}
