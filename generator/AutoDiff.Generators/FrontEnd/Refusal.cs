namespace AutoDiff.Generators.FrontEnd;

/// <summary>Why a method is refused, and where: an id of <see cref="Diagnostics.Descriptors"/> with the words for its message.</summary>
/// <remarks><paramref name="Follows"/>: it speaks of a variable whose own declaration is refused, and goes away with that.</remarks>
internal sealed record Refusal(string Id, Site Site, EquatableArray<string> Words, bool Follows = false)
{
    /// <summary>The refusals a user has to act on: neither those that follow from another, nor those inside an expression that is refused as a whole.</summary>
    public static IReadOnlyList<Refusal> Causes(IReadOnlyList<Refusal> refusals)
    {
        List<Refusal> causes = [.. refusals.Where(refusal => !refusal.Follows && !refusals.Any(other => !other.Follows && other.Site.Contains(refusal.Site)))];
        return causes.Count > 0 ? causes : refusals;
    }
}

/// <summary>A cast that drops a derivative if its operand turns out to carry one.</summary>
internal sealed record LossyCast(Expr Operand, Site Site, string Text);

/// <summary>
/// What the front end makes of a method: its intermediate form, or the reasons why there is none. Code that does not compile has neither:
/// the compiler has said what is wrong.
/// </summary>
internal sealed record Reading(MethodIr? Method, EquatableArray<Refusal> Refusals, EquatableArray<LossyCast> Casts);
