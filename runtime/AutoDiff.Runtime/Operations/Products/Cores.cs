namespace AutoDiff;

/// <summary>Work on several cores. What a part computes never depends on how many cores there are.</summary>
static class Cores
{
    internal static int Count { get; } = Environment.ProcessorCount;

    /// <summary>Runs the parts, in any order and perhaps at the same time.</summary>
    internal static void For(int parts, Action<int> part)
    {
        if (parts > 1 && Count > 1)
        {
            Parallel.For(0, parts, part);
            return;
        }
        for (int i = 0; i < parts; i++) part(i);
    }
}
