namespace AutoDiff;

/// <summary>
/// Splits element-wise work on large arrays over the processor's cores. The blocks do not depend on how many there are, and an element does not depend
/// on its block: the bits are the same everywhere.
/// </summary>
static class Blocks
{
    /// <summary>Less work is done before another thread has woken up.</summary>
    const int Least = 1 << 18;

    const int Length = 1 << 16; // a multiple of every vector's length

    /// <summary>Whether so many elements are worth splitting.</summary>
    internal static bool Pay(int length) => length >= Least && Cores.Count > 1;

    /// <summary>Calls <paramref name="body"/> with the start and the length of each block.</summary>
    /// <param name="length">The number of elements.</param>
    /// <param name="body">What to do; called on several threads.</param>
    internal static void Run(int length, Action<int, int> body) =>
        Cores.For((length + Length - 1) / Length, i => body(i * Length, Math.Min(Length, length - i * Length)));
}
