using System.Collections.Concurrent;
using AutoDiff.Numerics.Tests.Model;

namespace AutoDiff.Numerics.Tests.References;

/// <summary>
/// The reference that decides at a point, computed once: differences in multi-precision, or dual numbers where the point is a kink.
/// </summary>
public static class Judge
{
    private static readonly ConcurrentDictionary<CorpusPoint, Lazy<JacobianReference>> Known = new(ReferenceEqualityComparer.Instance);

    public static JacobianReference At(CorpusMethod method, CorpusPoint point) =>
        Known.GetOrAdd(point, _ => new(() => point.Kink ? DualColumns.At(method, point) : PreciseDifferences.At(method, point))).Value;
}
