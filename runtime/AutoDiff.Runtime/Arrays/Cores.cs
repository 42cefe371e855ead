using System.Runtime.ExceptionServices;

namespace AutoDiff;

/// <summary>Work on several cores. What a part computes never depends on how many cores there are.</summary>
static class Cores
{
    internal static int Count { get; } = Environment.ProcessorCount;

    /// <summary>Runs the parts, in any order and perhaps at the same time. An exception comes out as it would from a loop.</summary>
    internal static void For(int parts, Action<int> part)
    {
        if (parts <= 1 || Count <= 1)
        {
            for (int i = 0; i < parts; i++) part(i);
            return;
        }
        try
        {
            Parallel.For(0, parts, part);
        }
        catch (AggregateException error) when (error.InnerException is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
