using AutoDiff.Generators.Transforms.Reverse;

namespace AutoDiff.Generators.Transforms;

/// <summary>All companions of a method, in the order in which a reader wants them.</summary>
internal static class Companions
{
    public static IEnumerable<Procedure> Of(MethodIr method, bool everything = false)
    {
        if (method.Result.IsReal) yield return ReverseMode.HasDirectGradient(method) ? ReverseMode.RunGradient(method, everything) : Gradient.Run(method);
        if (Jacobian.Exists(method)) yield return Jacobian.Run(method);
        yield return ReverseMode.Run(method, everything);
        if (method.Result is { IsReal: true, IsGeneric: true }) yield return UnitAdjoint.Run(method);
        yield return ForwardMode.Run(method);
        foreach (MethodIr called in method.Recursive)
        {
            yield return ReverseMode.Run(called, everything) with { Of = called };
            yield return ForwardMode.Run(called) with { Of = called };
        }
    }
}
