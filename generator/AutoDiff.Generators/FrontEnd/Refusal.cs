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
internal sealed record Reading(MethodIr? Method, EquatableArray<Refusal> Refusals, EquatableArray<LossyCast> Casts)
{
    /// <summary>The same method with the object that it is called on as its first parameter, for the derivative by its members.</summary>
    public MethodIr? OfReceiver { get; init; }

    /// <summary>Is it refused for what it does, and not for its signature?</summary>
    public bool IsBodyRefused => Refusals.Count > 0 && Refusals.All(refusal => refusal.Id.StartsWith("DIFF01", StringComparison.Ordinal));

    /// <summary>
    /// Both readings of an instance method. Where it has no parameter to differentiate by, or changes its object, there is just
    /// <paramref name="taking"/>, the one that takes the object as a parameter.
    /// </summary>
    public Reading With(Reading taking)
    {
        bool lacksParameter = Refusals is [{ Id: "DIFF0005" }];
        if (taking.Method is not { } method) return lacksParameter && taking.Refusals.Count > 0 ? taking : this;
        if (Method is { } own) return this with { Method = own with { Receiver = method.Signature[0].Variable.Name }, OfReceiver = method };
        if (!IsBodyRefused && !lacksParameter) return this;
        EquatableArray<Refusal> note = lacksParameter ? EquatableArray<Refusal>.Empty
            : EquatableArray.Of(new Refusal("DIFF0204", Refusals[0].Site, EquatableArray.Of(method.Name, method.Types[method.Types.Count - 1].Name + "." + method.Name + "Adjoint")));
        return taking with { Method = null, Refusals = note, OfReceiver = method };
    }
}
