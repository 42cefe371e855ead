using AutoDiff.Generators.Analyses;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// What is put into an array of arrays has its adjoint where the method can find it, and where arrays change places, the whole stays in
/// the method: in the reverse sweep another one would see them as they stand at the end.
/// </summary>
internal static class Slots
{
    public static IEnumerable<Refusal> Check(MethodIr method, Aliases aliases)
    {
        foreach (Store store in method.Body.AllStatements().OfType<Store>().Where(store => store.Value.Type.IsRealSequence))
        {
            bool isMoving = aliases.HasMovingRows(store.Sequence);
            bool isKnown = store.Value is NewArray || store.Value is Read or Element && HasItsAdjoint(store.Value, aliases, isMoving);
            if (isMoving) isKnown &= store.Sequence is Read && HasItsAdjoint(store.Sequence, aliases, isMoving);
            if (!isKnown) yield return new Refusal("DIFF0104", store.Site, EquatableArray.Of(store.Source ?? "an array of arrays"));
        }
        // A span over them cannot be recorded, and so not what stood behind it.
        foreach (Assign view in method.Body.AllStatements().OfType<Assign>().Where(assign => assign.Target.Type is { IsSpan: true, HoldsArrays: true } && aliases.HasMovingRows(assign.Value)))
            yield return new Refusal("DIFF0104", default, EquatableArray.Of(view.Source ?? view.Target.Name));
        foreach (Invoke call in method.Body.AllStatements().OfType<Invoke>())
            for (int i = 0; i < call.Arguments.Count; i++)
                if (call.Arguments[i].Type.IsJagged && aliases.HasMovingRows(call.Arguments[i])) yield return new Refusal("DIFF0104", call.Sites[i], EquatableArray.Of(call.Callee.Name));
    }

    /// <summary>
    /// The adjoint of an array that the caller knows by another name is elsewhere, and may be a span. Arrays in an array of arrays of the
    /// caller's have theirs in one of his, too.
    /// </summary>
    private static bool HasItsAdjoint(Expr sequence, Aliases aliases, bool isMoving) =>
        aliases.Roots(sequence).All(root => root.Role != VariableRole.Parameter || isMoving && root.Type.IsJagged) && !aliases.MayBeForeign(sequence);
}
