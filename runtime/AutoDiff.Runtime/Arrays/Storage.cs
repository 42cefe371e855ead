using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>The elements that an array and its views share.</summary>
/// <typeparam name="T">The element type.</typeparam>
class Storage<T>(T[] elements)
{
    internal T[] Elements { get; private protected set; } = elements;

    /// <summary>Counts the changes in place, so that the tape notices one of a value it saved.</summary>
    internal int Version;

    /// <summary>Announces that a span over the elements is about to be used, perhaps longer than the array itself is reachable.</summary>
    internal virtual void Touch() { }

    /// <summary>Announces that a span over the elements leaves the library, for as long as the user likes.</summary>
    internal virtual void Escape() { }

    /// <summary>Exchanges the buffers, which nobody uses meanwhile.</summary>
    /// <returns>False if they have to stay where they are.</returns>
    internal virtual bool Exchange(Storage<T> other) => false;
}

/// <summary>Elements in a buffer of the pool, to which it returns when neither the user nor the tape can reach it any more.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <remarks>
/// A span keeps the buffer alive, but not the storage. What a thread touched last is therefore kept reachable: a kernel can go on with its spans
/// when the arrays they came from are garbage already, as the temporary is in <c>(a + b).Exp()</c>. Of large buffers it is less, so that those of one
/// collection are not kept until the next, which would make them old.
/// </remarks>
sealed class PooledStorage<T>(T[] elements) : Storage<T>(elements)
{
    /// <summary>More than any kernel has spans in hand at one time.</summary>
    const int Kept = 16, KeptLarge = 8;

    const int LargeBytes = 1 << 20;

    [ThreadStatic] static PooledStorage<T>?[]? t_touched;
    [ThreadStatic] static PooledStorage<T>?[]? t_touchedLarge;
    [ThreadStatic] static int t_next;
    [ThreadStatic] static int t_nextLarge;

    int _hasEscaped;

    ~PooledStorage() => BufferPool<T>.Return(Elements);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal override void Touch()
    {
        if ((long)Elements.Length * Unsafe.SizeOf<T>() < LargeBytes)
        {
            PooledStorage<T>?[] touched = t_touched ??= new PooledStorage<T>?[Kept];
            touched[t_next++ & (Kept - 1)] = this;
            return;
        }
        PooledStorage<T>?[] large = t_touchedLarge ??= new PooledStorage<T>?[KeptLarge];
        if (!ReferenceEquals(large[(t_nextLarge - 1) & (KeptLarge - 1)], this)) large[t_nextLarge++ & (KeptLarge - 1)] = this;
    }

    internal override void Escape()
    {
        if (Interlocked.Exchange(ref _hasEscaped, 1) != 0) return;
        GC.SuppressFinalize(this);
        BufferBudget.Recover((long)Elements.Length * Unsafe.SizeOf<T>());
    }

    internal override bool Exchange(Storage<T> other)
    {
        if (other is not PooledStorage<T> pooled || Elements.Length != pooled.Elements.Length) return false;
        if (Volatile.Read(ref _hasEscaped) != 0 || Volatile.Read(ref pooled._hasEscaped) != 0) return false;
        (Elements, pooled.Elements) = (pooled.Elements, Elements);
        return true;
    }
}
