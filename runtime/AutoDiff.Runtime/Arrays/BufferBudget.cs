namespace AutoDiff;

/// <summary>How many bytes of buffers are handed out before the garbage collector is asked which of them are free again.</summary>
static class BufferBudget
{
    /// <summary>A few training steps of a small network, or part of one of a large one: a collection then costs about one part in a hundred.</summary>
    const long BytesBetweenCollections = 96L << 20;

    static long _spent;
    static long _handedOut; // and not come back
    static long _alive; // of that after the last full collection, or fewer if they became fewer since
    static bool _hasCollectedAll;
    static int _collecting;
    static int _collections;

    /// <summary>A loop's steps and the collections fall out of step, so a buffer that no step missed between two of them may be needed in the next.</summary>
    const int CollectionsBetweenReviews = 16;

    /// <summary>Raised now and then: what lay idle since the last time can be dropped.</summary>
    internal static event Action? Reviewing;

    /// <summary>Raised when memory has run out: what lies idle is to be dropped.</summary>
    internal static event Action? Emptying;

    /// <summary>Counts the bytes of a buffer that came back, or left the pool for good.</summary>
    internal static void Recover(long bytes) => Interlocked.Add(ref _handedOut, -bytes);

    /// <summary>Brings back whatever nobody can reach any more, and drops all idle buffers.</summary>
    internal static void RecoverAll()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Emptying?.Invoke();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>Counts the bytes of a buffer that is about to be handed out.</summary>
    internal static void Spend(long bytes)
    {
        Interlocked.Add(ref _handedOut, bytes);
        if (Interlocked.Add(ref _spent, bytes) < BytesBetweenCollections) return;
        if (Interlocked.Exchange(ref _collecting, 1) != 0) return; // another thread is at it
        try
        {
            Collect();
        }
        finally
        {
            Volatile.Write(ref _collecting, 0);
        }
    }

    /// <summary>
    /// What one iteration of a loop leaves behind is young. Values that lived through one collection are found by the next but one, those that lived
    /// longer by the full collections, which are rare unless the bytes handed out have grown by half and the budgets of three collections since the last
    /// one. Finalizers are not waited for: the caller may hold a lock that one of them needs.
    /// </summary>
    static void Collect()
    {
        Interlocked.Exchange(ref _spent, 0);
        int count = ++_collections;
        if (count % CollectionsBetweenReviews == 0) Reviewing?.Invoke();
        long handedOut = Volatile.Read(ref _handedOut);
        _alive = _hasCollectedAll ? handedOut : Math.Min(_alive, handedOut);
        _hasCollectedAll = false;
        if (handedOut > _alive + _alive / 2 + 3 * BytesBetweenCollections)
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true);
            _hasCollectedAll = true;
        }
        else if (count % 64 == 0) GC.Collect(2, GCCollectionMode.Forced, blocking: false);
        else GC.Collect(count % 2, GCCollectionMode.Forced, blocking: true);
    }
}
