namespace AutoDiff.Generators.FrontEnd;

/// <summary>What an expression of the user stands for: one value, or one for each member of an aggregate.</summary>
internal abstract record Meaning
{
    public IEnumerable<Expr> Leaves => this switch
    {
        Single single => [single.Value],
        Bundle bundle => bundle.Members.SelectMany(member => member.Leaves),
        _ => throw new InvalidOperationException(),
    };

    public Meaning Map(Func<Expr, Expr> change) => this switch
    {
        Single single => new Single(change(single.Value)),
        Bundle bundle => bundle with { Members = [.. bundle.Members.Select(member => member.Map(change))], Object = bundle.Object is { } known ? change(known) : null },
        _ => throw new InvalidOperationException(),
    };
}

internal sealed record Single(Expr Value) : Meaning;

/// <summary>The members of a struct, tuple or model: variables where it is a place that can be assigned, any values otherwise.</summary>
internal sealed record Bundle(Layout Layout, IReadOnlyList<Meaning> Members) : Meaning
{
    /// <summary>Is there no object at all? Then the members are stand-ins that nothing may look at.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Is it an object that comes from outside the method, whose members are text?</summary>
    public bool IsOutside { get; init; }

    /// <summary>The object itself, which may be <c>null</c>, where it is one for which the method has an expression.</summary>
    public Expr? Object { get; init; }

    /// <summary>Is there nothing in that object that carries a derivative, so that its members can be read where they are used?</summary>
    public bool IsForeign { get; init; }

    /// <summary>Is the object of just the type of the layout, and of none that derives from it? So is one that the method has made.</summary>
    public bool IsExact { get; init; }

    public Bundle With(int index, Meaning member) => new(Layout, [.. Members.Select((each, i) => i == index ? member : each)]) { IsOutside = IsOutside, IsExact = IsExact, Object = Object, IsForeign = IsForeign };
}
