namespace AutoDiff.Runtime.Tests;

/// <summary>Measures what an action allocates once everything is warm.</summary>
static class SteadyState
{
    /// <summary>
    /// The least that one of ten runs allocates on this thread, after a warm-up. The least, because a collection that another test
    /// causes in between may trim the shared pool, after which one run has to fill it again.
    /// </summary>
    public static long AllocatedBytes(Action action)
    {
        for (int i = 0; i < 5; i++) action();
        long least = long.MaxValue;
        for (int i = 0; i < 10; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
