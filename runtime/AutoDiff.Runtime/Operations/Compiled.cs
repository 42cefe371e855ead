using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>How kernels are compiled.</summary>
static class Compiled
{
    /// <summary>
    /// At once with all optimizations, and never as a part of its caller: a kernel that runs often is inlined otherwise, and in a caller which is that large the
    /// vector operations become calls, and sums lose their registers.
    /// </summary>
    internal const MethodImplOptions ByItself = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
}
